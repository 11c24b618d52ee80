package org.kamiau.customers;

import static db.customers.Tables.ACCOUNT;
import static db.customers.Tables.SEGMENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.demo.DemoChapter;
import org.kamiau.platform.demo.Story;
import org.springframework.stereotype.Component;

/**
 * The demonstration company's market, all of it fictitious: 2,600 organisations with 6,200 people, segments
 * that the strategy serves and some that it does not. What leads need of it is kept as {@code customers/cast}.
 */
@Component
public class DemoCustomers implements DemoChapter {

    /** Heads in target segments, heads elsewhere, and staff: three kinds of people who answer campaigns. */
    public record Cast(Incoming story, List<Incoming> targetHeads, List<Incoming> otherHeads, List<Incoming> staff) {
        public Cast {
            targetHeads = List.copyOf(targetHeads);
            otherHeads = List.copyOf(otherHeads);
            staff = List.copyOf(staff);
        }
    }

    /** A kind of company: how many there are, and what they look like. */
    private record Kind(Industry industry, int number, int fewest, int most, boolean target, String... words) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(Industry.CONSTRUCTION, 720, 300, 3_000, true, "建設", "工務店", "土木", "総合設備", "建工"),
            new Kind(Industry.FOOD_MANUFACTURING, 420, 100, 1_500, true, "食品", "フーズ", "製菓", "水産"),
            new Kind(Industry.METAL_MANUFACTURING, 280, 100, 1_200, true, "金属", "製鋼", "鋳造", "精工"),
            new Kind(Industry.COLD_STORAGE, 220, 100, 900, false, "冷蔵", "冷凍倉庫", "コールドロジ"),
            new Kind(Industry.EVENTS, 160, 100, 400, false, "イベント設営", "ステージ"),
            new Kind(Industry.LOGISTICS, 420, 120, 2_500, false, "運輸", "物流", "ロジスティクス"),
            new Kind(Industry.SECURITY, 180, 150, 2_000, false, "警備保障", "セキュリティ"),
            new Kind(Industry.RETAIL, 199, 100, 2_000, false, "ストア", "商店"));

    private static final String[] STEMS = {
        "アオイ", "みなと", "朝凪", "北斗", "白樺", "若葉", "青嵐", "千歳", "双葉", "東雲", "潮見", "翠", "明星", "三笠", "城北", "瑞穂",
        "桐生野", "葵ヶ丘", "星ヶ浦", "夕凪", "天竜野", "大和田", "高砂野", "清流", "八雲野", "富士見台", "曙", "飛鳥野", "武蔵台", "美浜", "磯部野", "栄光",
        "金峰", "銀嶺", "希望", "未来", "第一検証", "中央検証", "新星", "太陽", "ひまわり", "さくら野", "こだま野", "のぞみ野", "はやて野", "つばめ野", "かもめ", "あさひ野"
    };
    private static final String[] PLACES = {"", "東日本", "西日本", "中部", "関東", "北陸", "九州", "東海"};
    private static final String[][] FAMILY = {
        {"佐藤", "サトウ"}, {"鈴木", "スズキ"}, {"高橋", "タカハシ"}, {"田中", "タナカ"}, {"伊藤", "イトウ"}, {"渡辺", "ワタナベ"}, {"山本", "ヤマモト"},
        {"中村", "ナカムラ"}, {"小林", "コバヤシ"}, {"加藤", "カトウ"}, {"吉田", "ヨシダ"}, {"山田", "ヤマダ"}, {"佐々木", "ササキ"}, {"山口", "ヤマグチ"},
        {"松本", "マツモト"}, {"井上", "イノウエ"}, {"木村", "キムラ"}, {"林", "ハヤシ"}, {"清水", "シミズ"}, {"山崎", "ヤマザキ"}, {"森", "モリ"},
        {"阿部", "アベ"}, {"池田", "イケダ"}, {"橋本", "ハシモト"}, {"石川", "イシカワ"}, {"前田", "マエダ"}, {"藤田", "フジタ"}, {"小川", "オガワ"},
        {"後藤", "ゴトウ"}, {"長谷川", "ハセガワ"}, {"近藤", "コンドウ"}, {"遠藤", "エンドウ"}
    };
    private static final String[][] GIVEN = {
        {"和也", "カズヤ"}, {"直樹", "ナオキ"}, {"健一", "ケンイチ"}, {"美咲", "ミサキ"}, {"裕子", "ユウコ"}, {"大輔", "ダイスケ"}, {"智子", "トモコ"},
        {"誠", "マコト"}, {"恵", "メグミ"}, {"拓也", "タクヤ"}, {"陽子", "ヨウコ"}, {"翔", "ショウ"}, {"彩", "アヤ"}, {"浩", "ヒロシ"}, {"真由美", "マユミ"},
        {"亮", "リョウ"}
    };
    private static final String[] HEADS = {"工事部長", "安全衛生部長", "工場長", "総務部長", "取締役 生産本部長", "安全環境部長"};
    private static final String[] STAFF = {"安全担当", "総務担当", "現場監督", "施設管理担当", "購買担当"};
    private static final String[] PREFECTURES = {
        "北海道", "宮城県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "長野県", "静岡県", "愛知県", "三重県", "京都府", "大阪府", "兵庫県", "広島県", "福岡県", "熊本県"
    };
    private static final int PEOPLE = 6_200;
    private static final int CHUNK = 3_100;
    private static final int NAMED = 420;
    /** So that some of every kind are among them. */
    private static final int EVERY = 6;
    private static final Instant BEGINNING = Instant.parse("2025-11-30T15:00:00Z");

    private final Customers customers;
    private final DSLContext sql;

    DemoCustomers(Customers customers, DSLContext sql) {
        this.customers = customers;
        this.sql = sql;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String title() {
        return "2,600 organisations, 6,200 people";
    }

    @Override
    public void tell(Story story) {
        segments(story);
        var market = new Market(story.random("customers"));
        var cast = market.cast();
        var people = new ArrayList<Incoming>();
        people.add(cast.story());
        people.addAll(cast.targetHeads());
        people.addAll(cast.otherHeads());
        people.addAll(cast.staff());
        story.at(BEGINNING, () -> {
            var taken = new ArrayList<Taken>();
            for (int from = 0; from < people.size(); from += CHUNK) {
                taken.addAll(customers.take(people.subList(from, Math.min(from + CHUNK, people.size())), new Intake(Actor.SYSTEM, "demo", "file")));
            }
            ownership(story, taken);
        });
        story.keep("customers/cast", cast);
    }

    private void segments(Story story) {
        segment(story, "mid_construction", "中堅建設", "Mid-sized construction", true, 1, 300, 3_000, Industry.CONSTRUCTION);
        segment(story, "factories", "食品・金属加工工場", "Food and metal factories", true, 2, null, null, Industry.FOOD_MANUFACTURING, Industry.METAL_MANUFACTURING);
        segment(story, "cold_storage", "冷凍倉庫・物流", "Cold storage and logistics", false, 3, null, null, Industry.COLD_STORAGE, Industry.LOGISTICS);
        segment(story, "events", "イベント設営", "Event staging", false, 4, null, null, Industry.EVENTS);
    }

    private void segment(
            Story story, String code, String ja, String en, boolean target, int position, @Nullable Integer fewest,
            @Nullable Integer most, Industry... industries) {
        sql.insertInto(SEGMENT)
                .set(SEGMENT.ID, story.id("segment/" + code, BEGINNING))
                .set(SEGMENT.CODE, code)
                .set(SEGMENT.NAME_JA, ja)
                .set(SEGMENT.NAME_EN, en)
                .set(SEGMENT.TARGET, target)
                .set(SEGMENT.INDUSTRIES, java.util.Arrays.stream(industries).map(Industry::code).toArray(String[]::new))
                .set(SEGMENT.FEWEST_EMPLOYEES, fewest)
                .set(SEGMENT.MOST_EMPLOYEES, most)
                .set(SEGMENT.POSITION, position)
                .execute();
    }

    /** 420 accounts, of every kind, are somebody's; 240 of them are customers; the story's own belongs to IS-1 and FS-3. */
    private void ownership(Story story, List<Taken> taken) {
        var byId = new LinkedHashMap<Account.Id, AccountFacts>();
        taken.stream()
                .flatMap(one -> Optional.ofNullable(one.account()).stream())
                .map(Taken.TakenAccount::facts)
                .forEach(facts -> byId.putIfAbsent(facts.id(), facts));
        var accounts = List.copyOf(byId.values());
        for (int i = 0; i < NAMED; i++) {
            var account = accounts.get(i * EVERY % accounts.size());
            var fs = story.get("member/fs" + (i == 0 ? 3 : seller(account, i)), MemberId.class);
            var is = story.get("member/is" + (1 + i % 4), MemberId.class);
            boolean customer = i > 0 && (i - 1) % 7 < 4;
            sql.update(ACCOUNT)
                    .set(ACCOUNT.FS_OWNER_ID, fs.value())
                    .set(ACCOUNT.IS_OWNER_ID, is.value())
                    .set(ACCOUNT.CS_OWNER_ID, customer ? story.get("member/cs" + (1 + i % 2), MemberId.class).value() : null)
                    .set(ACCOUNT.LIFECYCLE, customer ? "customer" : "prospect")
                    .set(ACCOUNT.ABM_TIER, i > 0 && i <= 20 ? Integer.valueOf(1) : null)
                    .where(ACCOUNT.ID.eq(account.id().value()))
                    .execute();
        }
    }

    /** FS-6 sells to cold storage and logistics, FS-7 to event staging and security; the others share the rest. */
    private static int seller(AccountFacts account, int number) {
        return switch (Industry.find(account.industry()).orElse(Industry.OTHER)) {
            case COLD_STORAGE, LOGISTICS -> 6;
            case EVENTS, SECURITY -> 7;
            default -> 1 + number % 5;
        };
    }

    /** Makes up companies and people; the same ones at every telling. */
    private static final class Market {
        private final RandomGenerator chance;
        private final List<Incoming> targetHeads = new ArrayList<>();
        private final List<Incoming> otherHeads = new ArrayList<>();
        private final List<Incoming> staff = new ArrayList<>();
        private int persons;
        private int companies;

        Market(RandomGenerator chance) {
            this.chance = chance;
        }

        Cast cast() {
            var own = new Incoming.Company(
                    "検証建設株式会社", number(1), "kensho-kensetsu.example", "建設業", 820, Prefecture.parse("愛知県").orNull(),
                    PhoneNumber.parse("052-000-0100").orNull(), null, "愛知県名古屋市港区検証町1-1", null);
            companies = 1;
            var story = new Incoming(own, contact("森本", "モリモト", "和也", "カズヤ", "工事部長", "工事部", own), null);
            var all = new ArrayList<Incoming.Company>();
            for (var kind : KINDS) {
                for (int i = 0; i < kind.number(); i++) {
                    var company = company(kind, i);
                    all.add(company);
                    (kind.target() ? targetHeads : otherHeads).add(new Incoming(company, somebody(company, HEADS), null));
                }
            }
            while (persons < PEOPLE) {
                var company = all.get(staff.size() % all.size());
                staff.add(new Incoming(company, somebody(company, STAFF), null));
            }
            return new Cast(story, targetHeads, otherHeads, staff);
        }

        private Incoming.Company company(Kind kind, int i) {
            int n = companies++;
            var words = kind.words();
            var name = PLACES[i / (STEMS.length * words.length) % PLACES.length] + STEMS[i % STEMS.length] + words[i / STEMS.length % words.length];
            int employees = kind.fewest() + chance.nextInt(kind.most() - kind.fewest() + 1);
            var prefecture = PREFECTURES[chance.nextInt(PREFECTURES.length)];
            return new Incoming.Company(
                    n % 3 == 0 ? name + "株式会社" : "株式会社" + name, n % 5 == 0 ? null : number(n + 1), "k" + n + ".example",
                    kind.industry().ja(), employees, Prefecture.parse(prefecture).orNull(),
                    PhoneNumber.parse("03-%04d-%04d".formatted(n / 10_000, n % 10_000)).orNull(), null, prefecture + "検証市本町" + (1 + n % 30) + "-" + (1 + n / 30), null);
        }

        /** Valid check digit, but the base starts with 9: no real company has such a number. */
        private static @Nullable CorporateNumber number(int n) {
            var base = "9" + "%011d".formatted(n);
            return CorporateNumber.parse(CorporateNumber.checkDigit(base) + base).orNull();
        }

        private Incoming.Contact somebody(Incoming.Company company, String[] titles) {
            var family = FAMILY[chance.nextInt(FAMILY.length)];
            var given = GIVEN[chance.nextInt(GIVEN.length)];
            return contact(family[0], family[1], given[0], given[1], titles[chance.nextInt(titles.length)], null, company);
        }

        private Incoming.Contact contact(
                String family, String familyKana, String given, String givenKana, String title, @Nullable String department, Incoming.Company company) {
            int n = persons++;
            return new Incoming.Contact(
                    PersonName.of(family, given, familyKana, givenKana),
                    MailAddress.parse("p" + n + "@" + company.domain()).orNull(),
                    n % 4 == 3 ? null : PhoneNumber.parse("090-%04d-%04d".formatted(n / 10_000, n % 10_000)).orNull(),
                    title, department);
        }
    }
}
