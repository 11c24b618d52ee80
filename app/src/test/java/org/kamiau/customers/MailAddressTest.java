package org.kamiau.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "Taro@Asanagi.Example, taro@asanagi.example",
        "' taro@asanagi.example　', taro@asanagi.example",
        "ｔａｒｏ＠ａｓａｎａｇｉ．ｅｘａｍｐｌｅ, taro@asanagi.example",
        "taro@日本語.example, taro@xn--wgv71a119e.example",
        "taro+web@asanagi.example, taro+web@asanagi.example",
        "a..b.@docomo.ne.jp, a..b.@docomo.ne.jp"
    })
    void an_address_is_normalised(String typed, String key) {
        assertThat(MailAddress.parse(typed).orNull()).isEqualTo(new MailAddress(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "taro", "taro@", "@asanagi.example", "taro@asanagi", "taro@@asanagi.example", "ta ro@asanagi.example", "taro@-a.example",
                "taro@a..example", "太郎@asanagi.example", "taro@1.2.3.4", "taro\0@asanagi.example", "taro@asa\0nagi.example", "<taro@asanagi.example>",
                ".taro@asanagi.example", "taro@asanagi.example\nbcc:x@y.example", "😀@asanagi.example", "taro@asanagi.example'--"
            })
    void what_cannot_be_delivered_is_refused(String typed) {
        assertThat(MailAddress.parse(typed).refusal()).isEqualTo("customers.email.invalid");
    }

    @Test
    void too_long_is_said_to_be_too_long() {
        assertThat(MailAddress.parse("a@" + "b".repeat(10_000) + ".example").refusal()).isEqualTo("customers.email.too-long");
        assertThat(MailAddress.parse("a".repeat(65) + "@asanagi.example").refusal()).isEqualTo("customers.email.invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@gmail.com", "a@yahoo.co.jp", "a@icloud.com", "a@docomo.ne.jp", "a@ezweb.ne.jp", "a@softbank.ne.jp", "a@nifty.com",
                "a@muse.ocn.ne.jp", "a@abc.biglobe.ne.jp", "a@ba2.so-net.ne.jp", "a@outlook.jp", "a@hotmail.co.jp", "a@t.vodafone.ne.jp"})
    void a_providers_address_says_nothing_about_the_company(String typed) {
        assertThat(parsed(typed).free()).isTrue();
    }

    @Test
    void a_companys_own_domain_is_not_free() {
        assertThat(parsed("taro@asanagi.example").free()).isFalse();
        assertThat(parsed("taro@notgmail.com").free()).isFalse();
        assertThat(parsed("taro@gmail.com.asanagi.example").free()).isFalse();
    }

    @Test
    void masked_it_shows_the_first_letter_and_the_domain() {
        assertThat(parsed("taro@asanagi.example").masked()).isEqualTo("t•••@asanagi.example");
        assertThat(parsed("taro@asanagi.example")).hasToString("t•••@asanagi.example");
        assertThat(parsed("taro@日本語.example").masked()).isEqualTo("t•••@日本語.example");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.asanagi.co.jp/ir?x=1, asanagi.co.jp",
        "WWW.Asanagi.Example, asanagi.example",
        "asanagi.example:8443, asanagi.example",
        "taro@asanagi.example, asanagi.example"
    })
    void a_domain_is_read_from_a_website_too(String typed, String domain) {
        assertThat(MailDomain.parse(typed).orNull()).isEqualTo(domain);
    }

    @Test
    void the_domains_above_end_where_an_organisation_registers() {
        assertThat(MailDomain.withParents("osaka.branch.asanagi.co.jp"))
                .containsExactly("osaka.branch.asanagi.co.jp", "branch.asanagi.co.jp", "asanagi.co.jp");
        assertThat(MailDomain.withParents("mail.asanagi.com")).containsExactly("mail.asanagi.com", "asanagi.com");
        assertThat(MailDomain.withParents("asanagi.jp")).containsExactly("asanagi.jp");
    }

    private static MailAddress parsed(String typed) {
        return ((Parsed.Value<MailAddress>) MailAddress.parse(typed)).value();
    }
}
