package org.kamiau.platform.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Closed-loop load on this machine's own server: each connection sends its next request when the answer to
 * the last one is there. The generator shares the machine's cores with what it measures.
 */
public final class Load {

    /** What was measured; a failure is any answer that is not 2xx. */
    public record Figures(int connections, Duration took, long[] nanos, long failures) {

        public double perSecond() {
            return nanos.length / (took.toNanos() / 1e9);
        }

        /** @param share 0.5 for the median, 0.99 for p99; in milliseconds */
        public double quantile(double share) {
            return nanos.length == 0 ? Double.NaN : nanos[(int) Math.min(nanos.length - 1L, Math.round(share * (nanos.length - 1)))] / 1e6;
        }

        @Override
        public String toString() {
            return "%,.0f/s  p50 %.1f ms  p99 %.1f ms  (%,d requests, %d connections, %d failures)"
                    .formatted(perSecond(), quantile(0.5), quantile(0.99), nanos.length, connections, failures);
        }
    }

    private Load() {}

    public static Figures run(int connections, Duration duration, Supplier<HttpRequest> requests) {
        long end = System.nanoTime() + duration.toNanos();
        long start = System.nanoTime();
        var failures = new java.util.concurrent.atomic.AtomicLong();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            Callable<List<Long>> connection = () -> connection(end, requests, failures);
            var all = new ArrayList<Long>();
            for (var times : threads.invokeAll(java.util.Collections.nCopies(connections, connection))) {
                all.addAll(times.get());
            }
            var nanos = all.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(nanos);
            return new Figures(connections, Duration.ofNanos(System.nanoTime() - start), nanos, failures.get());
        } catch (InterruptedException | ExecutionException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static List<Long> connection(long end, Supplier<HttpRequest> requests, java.util.concurrent.atomic.AtomicLong failures)
            throws IOException, InterruptedException {
        var times = new ArrayList<Long>();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (System.nanoTime() < end) {
                long sent = System.nanoTime();
                var answer = client.send(requests.get(), HttpResponse.BodyHandlers.discarding());
                times.add(System.nanoTime() - sent);
                if (answer.statusCode() / 100 != 2) {
                    failures.incrementAndGet();
                }
            }
        }
        return times;
    }
}
