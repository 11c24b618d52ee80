package org.kamiau.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.calendar.Calendars;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.demo.DemoChapter;
import org.kamiau.platform.demo.Story;
import org.kamiau.products.Product;
import org.springframework.stereotype.Component;

/** What the demonstration's customers want and say: 34 needs that both sides agreed to, and 2,050 voices. */
@Component
class DemoNeeds implements DemoChapter {

    private static final Instant BEGINNING = LocalDate.of(2025, 12, 1).atTime(8, 30).atZone(Story.ZONE).toInstant();

    /** From then on some words still wait for a tap of whoever wrote them down. */
    private static final Instant LATELY = LocalDate.of(2026, 11, 19).atTime(13, 0).atZone(Story.ZONE).toInstant();

    private final DSLContext sql;
    private final DemoNeedRows rows;
    private final DemoQuestions questions;
    private final Calendars calendars;

    DemoNeeds(DSLContext sql, DemoNeedRows rows, DemoQuestions questions, Calendars calendars) {
        this.sql = sql;
        this.rows = rows;
        this.questions = questions;
        this.calendars = calendars;
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public String title() {
        return "34 needs, 2,050 voices";
    }

    @Override
    public void tell(Story story) {
        var needs = needs(story);
        var corpus = DemoCorpus.read();
        var parties = new DemoParties(sql, story, story.random("needs/parties"));
        var heard = new DemoHearings(corpus, parties, calendars.current(), story).all();
        var voices = new ArrayList<DemoNeedRows.Told>(heard.size());
        for (int i = 0; i < heard.size(); i++) {
            voices.add(new DemoNeedRows.Told(new Voice.Id(story.id("voice/" + i, heard.get(i).recordedAt())), heard.get(i)));
        }
        rows.voices(voices);
        rows.mappings(mappings(voices, needs));
        questions.tell(story, voices);
        story.keep("needs/voices", List.copyOf(voices));
    }

    private Map<String, Need.Id> needs(Story story) {
        var ids = new HashMap<String, Need.Id>();
        var entries = DemoDictionary.read().entries();
        var products = new HashMap<String, UUID>();
        List.of("A", "B", "C").forEach(code -> products.put(code, story.get("product/" + code, Product.Id.class).value()));
        var research = story.get("member/research", MemberId.class);
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var id = new Need.Id(story.id("need/" + entry.code(), BEGINNING.plusMillis(i)));
            ids.put(entry.code(), id);
            rows.need(id, entry, products, research, BEGINNING);
            story.keep("need/" + entry.code(), id);
        }
        rows.agree(List.copyOf(ids.values()), "marketing", story.get("member/mkt-head", MemberId.class), BEGINNING.plusSeconds(5_400));
        var agreed = entries.stream().filter(entry -> !entry.code().equals("condensation")).map(entry -> need(ids, entry.code())).toList();
        rows.agree(agreed, "sales", story.get("member/sales-head", MemberId.class), BEGINNING.plusSeconds(12_000));
        return ids;
    }

    private static List<DemoNeedRows.Mapped> mappings(List<DemoNeedRows.Told> voices, Map<String, Need.Id> needs) {
        var mapped = new ArrayList<DemoNeedRows.Mapped>();
        for (int i = 0; i < voices.size(); i++) {
            var told = voices.get(i);
            boolean open = i % 3 == 0 && told.heard().heardAt().isAfter(LATELY);
            int nth = i;
            told.heard().spans().forEach((code, spans) -> mapped.add(new DemoNeedRows.Mapped(
                    told, need(needs, code), open ? "proposed" : "confirmed", spans, 0.81 + nth % 17 / 100.0)));
            told.heard().denied().forEach(code -> mapped.add(new DemoNeedRows.Mapped(told, need(needs, code), "rejected", List.of(), 0.6)));
        }
        return mapped;
    }

    private static Need.Id need(Map<String, Need.Id> needs, String code) {
        var id = needs.get(code);
        if (id == null) {
            throw new IllegalStateException("no need " + code);
        }
        return id;
    }
}
