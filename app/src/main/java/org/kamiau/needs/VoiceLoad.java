package org.kamiau.needs;

import static org.jooq.impl.DSL.val;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.kamiau.platform.api.JsonLines;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How fast voices come in over the API, 10,000 a call, everything included: for {@code ./kamiau bench needs}. */
@Component
class VoiceLoad {

    private static final int ACCOUNTS = 500;
    private static final List<String> BEGINNINGS = List.of(
            "山の現場は圏外なので", "月末は転記で残業になって", "写真が散らばって見つからず", "検査の前の日は", "うちの監督は", "元請さんからは", "電池が半日しかもたなくて",
            "同じ規模の会社の話を聞くと");
    private static final List<String> ENDS = List.of(
            "帰ってから書き直しています", "もう少し早く出せないかと言われます", "紙に戻ってしまうのが現実です", "安くなるなら考えたいです", "現場では誰も使わないですね",
            "来年の春までに決めたいと思っています", "若い人ほど続かないのが悩みです");

    private final DSLContext sql;
    private final Environment environment;
    private final Random chance = new Random(7);

    VoiceLoad(DSLContext sql, Environment environment) {
        this.sql = sql;
        this.environment = environment;
    }

    /** What was taken in, and in what time. */
    record Speed(int calls, long voices, Duration took) {

        double perSecond() {
            return voices / (took.toNanos() / 1e9);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%d calls of %,d voices in %.1f s, %,.0f/s", calls, voices / calls, took.toMillis() / 1000.0, perSecond());
        }
    }

    /** A call that is not counted warms up and makes the accounts, where there are too few. */
    Speed bulk(int calls, String token) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            send(client, token, IntStream.range(0, ACCOUNTS).mapToObj(this::stranger).collect(Collectors.joining("\n")));
            var accounts = sql.resultQuery("select id from customers.account_view limit {0}", val(ACCOUNTS)).fetchInto(UUID.class);
            send(client, token, lines(accounts));
            var bodies = IntStream.range(0, calls).mapToObj(_ -> lines(accounts)).toList();
            long start = System.nanoTime();
            for (var body : bodies) {
                send(client, token, body);
            }
            return new Speed(calls, (long) calls * VoiceApi.MOST_LINES, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void send(HttpClient client, String token, String body) throws IOException, InterruptedException {
        var port = environment.getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/voices/bulk"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", JsonLines.TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        var refused = answer.body().lines().filter(line -> !line.contains("\"status\":201")).findFirst();
        if (answer.statusCode() != 200 || refused.isPresent()) {
            throw new IOException(answer.statusCode() + " " + refused.orElse(""));
        }
    }

    private String stranger(int n) {
        return "{\"account\":{\"name\":\"検証%d建設株式会社\",\"domain\":\"k%d.example\"},\"raw\":\"%s\",\"channel\":\"call\"}".formatted(n, n, said());
    }

    private String lines(List<UUID> accounts) {
        return IntStream.range(0, VoiceApi.MOST_LINES)
                .mapToObj(_ -> "{\"account\":{\"id\":\"%s\"},\"raw\":\"%s\",\"channel\":\"meeting\",\"at\":\"2026-%02d-%02dT10:00:00+09:00\"}".formatted(
                        accounts.get(chance.nextInt(accounts.size())), said(), 1 + chance.nextInt(6), 1 + chance.nextInt(28)))
                .collect(Collectors.joining("\n"));
    }

    private String said() {
        return sentence() + "。" + sentence() + "(" + chance.nextInt(1_000_000) + ")";
    }

    private String sentence() {
        return BEGINNINGS.get(chance.nextInt(BEGINNINGS.size())) + "、" + ENDS.get(chance.nextInt(ENDS.size()));
    }
}
