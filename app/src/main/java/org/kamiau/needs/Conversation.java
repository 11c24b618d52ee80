package org.kamiau.needs;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text as it was spoken or written: who said what, in order. Understands minutes, transcripts (also WebVTT and SRT),
 * mails with their quotes, and free answers, a line each.
 */
record Conversation(List<Line> lines) {

    /** A turn longer than this is more than one utterance. */
    private static final int TURN = 400;

    private static final Pattern TIMING = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?[.,]\\d+\\s*-->.*");
    private static final Pattern CUE_VOICE = Pattern.compile("<v(?:\\.[^ >]*)?\\s+([^>]+)>");
    private static final String CLOCK = "[\\[((【]?\\d{1,2}:\\d{2}(?::\\d{2})?[\\]))】]?";
    private static final String NAME = "([^\\s::。、,.?!?!「」『』()()\\[\\]【】<>/\\d][^::。、?!?!「」『』\\[\\]【】<>/]{0,29}?)";
    private static final Pattern NAMED = Pattern.compile("^[-・*●○◆>]*\\s*(?:" + CLOCK + "\\s*)?" + NAME + "\\s*(?:" + CLOCK + ")?\\s*[::](?!//)\\s*(.*)$");
    private static final Pattern BRACKETED = Pattern.compile("^(?:" + CLOCK + "\\s*)?[【\\[]([^】\\]\\d]{1,30})[】\\]]\\s*(.+)$");
    private static final Pattern QUOTED = Pattern.compile("^[-・*●○◆]*\\s*" + NAME + "「(.+)」[。]?$");
    private static final Pattern HEADER = Pattern.compile("^(?:" + NAME + "\\s+" + CLOCK + "|" + CLOCK + "\\s+" + NAME + ")$");
    private static final Pattern BULLET = Pattern.compile("^(?:[-・*●○◆■□▼#>]+|\\d{1,3}[.))]|[((]\\d{1,3}[))])\\s*");

    private static final Pattern TITLED = Pattern.compile(".*(?:様|さま|さん|氏|殿)(?:[((].*)?");

    /** What minutes and mails say about themselves. */
    private static final Set<String> ABOUT = Set.of(
            "日時", "日付", "開催日", "場所", "会場", "出席者", "出席", "参加者", "参加", "議題", "件名", "目的", "次回", "宛先", "作成者", "記録者", "作成日", "議事録",
            "to", "cc", "bcc", "subject", "date", "sent", "送信日時", "送信日", "送信済み", "添付", "date and time", "place", "attendees", "agenda", "participants");

    private static final Pattern FROM = Pattern.compile("^(?:From|差出人|送信者)\\s*[::]\\s*(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTE = Pattern.compile("^(?:[>>|].*|-{2,}\\s*(?:Original Message|元のメッセージ|転送).*|.{0,80}(?:wrote|のメール|書きました)[::]?)$");
    private static final Pattern CLOSING = Pattern.compile(
            "^(?:.*お世話になって.*|.*お世話になります.*|.*よろしくお願い.*|.*お疲れさまです.*|以上[、。]?.*|拝啓.*|敬具|.{0,40}(?:様|御中)[、,]?"
                    + "|.*(?:株式会社|有限会社|合同会社).{0,30}です。?|.{0,40}と申します。?|Best regards,?|Regards,?|Thank you,?|Dear .*|Hello.*|Hi .*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE = Pattern.compile("^(?:--\\s*|[-=_*━─―~]{4,})$");

    /** @param speaker null where the text does not say */
    record Line(@Nullable String speaker, String text) {}

    Conversation {
        lines = List.copyOf(lines);
    }

    static Conversation of(Document.Kind kind, String text) {
        var clean = text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
        var lines = switch (kind) {
            case MINUTES, TRANSCRIPT -> clean.contains("-->") ? cues(clean) : spoken(clean, kind == Document.Kind.TRANSCRIPT);
            case MAILS -> written(clean);
            case SURVEY -> clean.lines().map(Conversation::bare).filter(line -> !VoiceCheck.silent(line)).map(line -> new Line(null, line)).toList();
        };
        return new Conversation(lines.stream().flatMap(line -> turns(line).stream()).toList());
    }

    /** Who speaks, in the order in which they begin. */
    Set<String> speakers() {
        var speakers = new LinkedHashSet<String>();
        lines.stream().map(Line::speaker).filter(java.util.Objects::nonNull).forEach(speakers::add);
        return speakers;
    }

    /** Subtitles: what the same speaker goes on saying is one turn. */
    private static List<Line> cues(String text) {
        var lines = new Open(true);
        var inside = false;
        for (var row : text.split("\n")) {
            var line = row.strip();
            if (TIMING.matcher(line).matches()) {
                inside = true;
            } else if (line.isEmpty()) {
                inside = false;
            } else if (inside) {
                var voice = CUE_VOICE.matcher(line);
                var named = NAMED.matcher(line);
                if (voice.find()) {
                    lines.say(voice.group(1).strip(), line.replaceAll("<[^>]*>", ""));
                } else if (named.matches()) {
                    lines.say(named.group(1).strip(), named.group(2));
                } else {
                    lines.goOn(line.replaceAll("<[^>]*>", ""));
                }
            }
        }
        return lines.end();
    }

    /** @param goesOn a line without a speaker belongs to the one before, as in a transcript */
    private static List<Line> spoken(String text, boolean goesOn) {
        var lines = new Open(goesOn);
        var names = named(text);
        for (var row : text.split("\n")) {
            var line = row.strip();
            var header = HEADER.matcher(line);
            var named = NAMED.matcher(line);
            var bracketed = BRACKETED.matcher(line);
            var quoted = QUOTED.matcher(line);
            if (line.isEmpty() || RULE.matcher(line).matches()) {
                lines.pause();
            } else if (header.matches()) {
                lines.turn((header.group(1) == null ? header.group(2) : header.group(1)).strip());
            } else if (named.matches() && (about(named.group(1)) || speaks(named.group(1).strip(), names))) {
                lines.sayUnlessAbout(named.group(1).strip(), named.group(2));
            } else if (bracketed.matches()) {
                lines.sayUnlessAbout(bracketed.group(1).strip(), bracketed.group(2));
            } else if (quoted.matches()) {
                lines.say(quoted.group(1).strip(), quoted.group(2));
            } else if (line.matches("^[■□▼#【].*")) {
                lines.turn(null);
            } else if (!goesOn && BULLET.matcher(line).find()) {
                // A point of the minutes, not what the last speaker went on saying.
                lines.turn(null);
                lines.goOn(bare(line));
            } else {
                lines.goOn(bare(line));
            }
        }
        return lines.end();
    }

    /** How often each stands before a colon. */
    private static Map<String, Long> named(String text) {
        return text.lines()
                .map(line -> NAMED.matcher(line.strip()))
                .filter(Matcher::matches)
                .collect(groupingBy(match -> match.group(1).strip(), counting()));
    }

    /** "電池の持ち:半日" names a thing and nobody; its words must not be lost. */
    private static boolean speaks(String name, Map<String, Long> names) {
        return names.getOrDefault(name, 0L) > 1 || TITLED.matcher(name).matches() || name.length() <= 20 && !name.matches(".*\\p{IsHiragana}.*");
    }

    /** Mails, one after the other: what is quoted, greets or signs is no utterance; a paragraph is one. */
    private static List<Line> written(String text) {
        var lines = new Open(true);
        var signed = false;
        for (var row : text.split("\n")) {
            var line = row.strip();
            var from = FROM.matcher(line);
            var named = NAMED.matcher(line);
            if (from.matches()) {
                signed = false;
                lines.turn(from.group(1).replaceAll("[<<(].*", "").replace("\"", "").strip());
            } else if (signed || line.isEmpty() || QUOTE.matcher(line).matches() || CLOSING.matcher(line).matches()
                    || named.matches() && about(named.group(1))) {
                lines.pause();
            } else if (RULE.matcher(line).matches()) {
                signed = true;
                lines.pause();
            } else {
                lines.goOn(bare(line));
            }
        }
        return lines.end();
    }

    private static boolean about(String name) {
        return ABOUT.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    private static String bare(String line) {
        return BULLET.matcher(line.strip()).replaceFirst("");
    }

    /** Long ones are parted at the ends of sentences. */
    private static List<Line> turns(Line line) {
        if (line.text().length() <= TURN) {
            return List.of(line);
        }
        var parts = new ArrayList<Line>();
        var part = new StringBuilder();
        for (var sentence : line.text().split("(?<=[。!?!?\n])")) {
            if (!part.isEmpty() && part.length() + sentence.length() > TURN) {
                parts.add(new Line(line.speaker(), part.toString().strip()));
                part.setLength(0);
            }
            part.append(sentence);
        }
        parts.add(new Line(line.speaker(), part.toString().strip()));
        return parts.stream().filter(one -> !VoiceCheck.silent(one.text())).toList();
    }

    /** The lines so far, and the one that may go on. */
    private static final class Open {
        private final List<Line> done = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private final boolean goesOn;
        private @Nullable String speaker;

        Open(boolean goesOn) {
            this.goesOn = goesOn;
        }

        void say(String who, String what) {
            if (!who.equals(speaker)) {
                turn(who);
            } else if (!goesOn) {
                pause();
            }
            goOn(what);
        }

        void sayUnlessAbout(String who, String what) {
            if (about(who)) {
                turn(null);
            } else {
                pause();
                say(who, what);
            }
        }

        void turn(@Nullable String who) {
            pause();
            speaker = who;
        }

        /** Wrapped lines of Japanese join without a blank, others with one. */
        void goOn(String what) {
            if (!goesOn) {
                pause();
            }
            var more = what.strip();
            if (!words.isEmpty() && !more.isEmpty() && words.charAt(words.length() - 1) < 0x80 && more.charAt(0) < 0x80) {
                words.append(' ');
            }
            words.append(more);
        }

        void pause() {
            if (!VoiceCheck.silent(words.toString())) {
                done.add(new Line(speaker, words.toString()));
            }
            words.setLength(0);
        }

        List<Line> end() {
            pause();
            return done;
        }
    }
}
