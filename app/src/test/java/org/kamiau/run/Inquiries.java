package org.kamiau.run;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** Websites that send inquiries as fast as they are confirmed, and repeat those that were not. */
final class Inquiries {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final int SITES = 4;

    private final String token;

    /** Name of an inquiry → the lead that its sender was told of. */
    final Map<String, String> confirmed = new ConcurrentHashMap<>();

    /** Sent, but never answered: they may have arrived or not. */
    final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    Inquiries(String token) {
        this.token = token;
    }

    /** Sends until the program no longer answers; counts what is confirmed. */
    List<Thread> flow(Program program, String round, CountDownLatch busy) {
        var sites = new ArrayList<Thread>();
        for (int site = 0; site < SITES; site++) {
            var name = round + "-" + site;
            sites.add(Thread.ofVirtual().start(() -> send(program, name, busy)));
        }
        return sites;
    }

    private void send(Program program, String site, CountDownLatch busy) {
        try (var client = HttpClient.newHttpClient()) {
            for (int n = 0; send(client, program, site + "-" + n); n++) {
                busy.countDown();
            }
        }
    }

    /** Sends again, under the same keys, what nobody answered. */
    void repeatUnanswered(Program program) {
        try (var client = HttpClient.newHttpClient()) {
            for (var name : Set.copyOf(unanswered)) {
                if (!send(client, program, name)) {
                    throw new AssertionError(name + " is still not taken");
                }
                unanswered.remove(name);
            }
        }
    }

    private boolean send(HttpClient client, Program program, String name) {
        var request = HttpRequest.newBuilder(program.address("/api/v1/leads"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", name)
                .POST(HttpRequest.BodyPublishers.ofString(
                        """
                        {"person": {"familyName": "森本", "givenName": "和也", "email": "%1$s@%1$s.example", "title": "部長"},
                         "company": {"name": "検証建設%1$s株式会社", "employees": 800, "industry": "建設"},
                         "kind": "demo_request", "source": {"system": "web", "externalId": "%1$s"}}
                        """.formatted(name)))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            var id = ID.matcher(answer.body());
            if (answer.statusCode() == 201 && id.find()) {
                confirmed.put(name, id.group(1));
                return true;
            }
        } catch (IOException killed) {
            // not answered: exactly what this is about
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        unanswered.add(name);
        return false;
    }
}
