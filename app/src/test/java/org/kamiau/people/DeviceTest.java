package org.kamiau.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTest {

    @Test
    void a_browser_is_named_as_people_know_it() {
        assertThat(Device.label("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0"))
                .isEqualTo("Edge · Windows");
        assertThat(Device.label("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1"))
                .isEqualTo("Safari · iPhone");
        assertThat(Device.label("something else")).isEmpty();
    }

    @Test
    void an_ipv6_customer_is_a_network() {
        assertThat(new Device("", "2001:db8:1:2:3:4:5:6").network()).isEqualTo(new Device("", "2001:db8:1:2::9").network());
        assertThat(new Device("", "192.0.2.7").network()).isEqualTo("192.0.2.7");
    }
}
