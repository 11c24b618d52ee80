package org.kamiau.needs.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegationTest {

    private final Words words = new Words();

    private boolean refused(String raw, String named) {
        var all = words.of(raw);
        int start = raw.indexOf(named);
        int from = 0;
        while (all.get(from).end() <= start) {
            from++;
        }
        int to = from;
        while (to < all.size() && all.get(to).start() < start + named.length()) {
            to++;
        }
        return Negation.over(all, from, to);
    }

    @ParameterizedTest
    @CsvSource({
        "朝食は要らないです, 朝食",
        "帳票の印刷は必要ありません, 印刷",
        "クラウドは不要です, クラウド",
        "多言語対応は特にこだわりません, 多言語対応",
        "送迎はなくても大丈夫です, 送迎",
        "喫煙できる部屋は避けたいです, 部屋",
        "夕食は外で食べるので、なしでお願いします, 夕食",
        "We do not need single sign-on, sign",
        "Remote access is not necessary for us, access"
    })
    void what_is_named_as_not_wanted_is_refused(String raw, String named) {
        assertThat(refused(raw, named)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "記録が残らないので困っています, 記録",
        "写真が見つからない, 写真",
        "検索がないと回らない, 検索",
        "承認が要らないわけではありません, 承認",
        "見積がなくては困ります, 見積",
        "We cannot do without offline access, access",
        "The export is slow, export"
    })
    void what_fails_or_is_missing_is_a_wish_all_the_same(String raw, String named) {
        assertThat(refused(raw, named)).isFalse();
    }
}
