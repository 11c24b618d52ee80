package org.kamiau.platform.comments;

import org.kamiau.platform.notices.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What members are told about comments. */
@Configuration
class Kinds {

    @Bean
    NoticeKind mentioned() {
        return new NoticeKind(Comments.MENTIONED, "platform.comments.kind-mentioned");
    }

    @Bean
    NoticeKind followed() {
        return new NoticeKind(Comments.FOLLOWED, "platform.comments.kind-followed");
    }
}
