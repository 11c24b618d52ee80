package org.kamiau.products;

import static db.products.Tables.PRODUCT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything one can do with products. */
@Component
@Transactional
public class Products {

    private final DSLContext sql;
    private final Audit audit;

    Products(DSLContext sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** All of them by code; there are few. */
    @Transactional(readOnly = true)
    public List<Product> all() {
        return sql.selectFrom(PRODUCT)
                .orderBy(PRODUCT.CODE)
                .fetch(row -> new Product(
                        new Product.Id(row.getId()), row.getCode(), row.getNameJa(), row.getNameEn(), row.getOffered()));
    }

    /** The one with this code or name; old ones too, for files from the past. */
    @Transactional(readOnly = true)
    public Optional<Product> named(String codeOrName) {
        return all().stream().filter(product -> product.isCalled(codeOrName)).findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<Product> find(Product.Id id) {
        return all().stream().filter(product -> product.id().equals(id)).findFirst();
    }

    /** Refuses a code that is taken ({@link Invalid} on {@code code}). */
    public Product add(String code, String nameJa, String nameEn, Actor by) {
        if (named(code).isPresent()) {
            throw new Invalid("code", "products.code-taken");
        }
        var product = new Product(new Product.Id(Ids.next()), code, nameJa, nameEn, true);
        sql.insertInto(PRODUCT, PRODUCT.ID, PRODUCT.CODE, PRODUCT.NAME_JA, PRODUCT.NAME_EN)
                .values(product.id().value(), code, nameJa, nameEn)
                .execute();
        audit.record(by, Change.made("product", product.id().value(), "added", Map.of("code", code, "nameJa", nameJa, "nameEn", nameEn)));
        return product;
    }

    /** Whether leads may still name it in forms and by hand. */
    public void offer(Product.Id id, boolean offered, Actor by) {
        int changed = sql.update(PRODUCT)
                .set(PRODUCT.OFFERED, offered)
                .where(PRODUCT.ID.eq(id.value()), PRODUCT.OFFERED.ne(offered))
                .execute();
        if (changed > 0) {
            audit.record(by, Change.of("product", id.value(), "changed", Map.of("offered", !offered), Map.of("offered", offered), null));
        }
    }

}
