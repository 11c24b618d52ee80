package org.kamiau.platform;

import static org.jooq.impl.DSL.val;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Random keys that all nodes of an installation share; each is made when it is first asked for. */
@Component
public class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private final DSLContext sql;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    Secrets(DSLContext sql) {
        this.sql = sql;
    }

    /** The 32 bytes kept under this name. */
    public byte[] named(String name) {
        var remembered = known.get(name);
        if (remembered != null) {
            return remembered.clone();
        }
        var key = "secret." + name;
        var kept = kept(key);
        if (kept == null) {
            make(key);
            kept = kept(key);
        }
        var bytes = HexFormat.of().parseHex(String.valueOf(kept));
        // A transaction may still be rolled back, and the key with it.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            known.put(name, bytes.clone());
        }
        return bytes;
    }

    private @Nullable String kept(String key) {
        var row = sql.fetchOne("select value ->> 'key' from platform.setting where key = {0}", val(key));
        return row == null ? null : row.get(0, String.class);
    }

    /** Of two nodes that make it at the same moment, the first one counts. */
    private void make(String key) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        sql.execute(
                "insert into platform.setting (key, value) values ({0}, jsonb_build_object('key', {1}::text)) on conflict do nothing",
                val(key),
                val(HexFormat.of().formatHex(bytes)));
    }
}
