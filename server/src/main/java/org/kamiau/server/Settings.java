package org.kamiau.server;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** PostgreSQL's settings for many short durable transactions on a machine shared with the application. */
final class Settings {
    private static final long MEGABYTE = 1024 * 1024;

    private final Map<String, String> values = new TreeMap<>();

    private Settings() {}

    static Settings of(Durability durability, int port) {
        var settings = new Settings();
        settings.network(port);
        settings.memory(totalMemory() / MEGABYTE);
        settings.writing(durability);
        settings.watching();
        return settings;
    }

    private void network(int port) {
        values.put("port", String.valueOf(port));
        values.put("listen_addresses", "127.0.0.1");
        values.put("unix_socket_directories", "");
        values.put("max_connections", "100");
    }

    private void memory(long machine) {
        values.put("shared_buffers", Math.clamp(machine / 16, 64, 512) + "MB");
        values.put("effective_cache_size", Math.max(machine / 2, 256) + "MB");
        values.put("work_mem", "16MB");
        values.put("maintenance_work_mem", Math.clamp(machine / 32, 64, 256) + "MB");
        values.put("random_page_cost", "1.1");
        // Compiling a plan costs more than our longest common query.
        values.put("jit", "off");
    }

    private void writing(Durability durability) {
        var durable = durability == Durability.DURABLE;
        values.put("fsync", durable ? "on" : "off");
        values.put("synchronous_commit", durable ? "on" : "off");
        values.put("full_page_writes", durable ? "on" : "off");
        values.put("wal_compression", "pglz");
        values.put("max_wal_size", "4GB");
        values.put("min_wal_size", durable ? "256MB" : "80MB");
        values.put("checkpoint_timeout", "15min");
        values.put("checkpoint_completion_target", "0.9");
        // Nobody replicates this server: backups are copies taken through SQL.
        values.put("wal_level", "minimal");
        values.put("max_wal_senders", "0");
        values.put("autovacuum_vacuum_scale_factor", "0.05");
        values.put("autovacuum_analyze_scale_factor", "0.02");
    }

    private void watching() {
        values.put("shared_preload_libraries", "pg_stat_statements");
        values.put("track_io_timing", "on");
        values.put("log_checkpoints", "off");
        values.put("log_timezone", "UTC");
        values.put("timezone", "UTC");
    }

    List<String> arguments() {
        var arguments = new ArrayList<String>();
        values.forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return arguments;
    }

    private static long totalMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 1024 * MEGABYTE;
    }
}
