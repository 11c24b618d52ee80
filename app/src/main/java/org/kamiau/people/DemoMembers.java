package org.kamiau.people;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Role;
import org.kamiau.platform.demo.DemoChapter;
import org.kamiau.platform.demo.Story;
import org.springframework.stereotype.Component;

/** The members of 株式会社アサナギ・セーフティ (fictitious), by role title; kept as {@code member/<code>}. */
@Component
class DemoMembers implements DemoChapter {

    private record Cast(String code, String name, Role role, Set<Function> besides) {
        static Cast of(String code, String name, Role role, Function... besides) {
            return new Cast(code, name, role, Set.of(besides));
        }
    }

    private static final List<Cast> CAST = List.of(
            Cast.of("ceo", "代表取締役", Role.EXEC),
            Cast.of("sales-head", "営業本部長", Role.SALES_HEAD),
            Cast.of("fs-manager", "FS課長", Role.FS_MGR),
            Cast.of("fs1", "FS-1", Role.FS),
            Cast.of("fs2", "FS-2", Role.FS),
            Cast.of("fs3", "FS-3", Role.FS),
            Cast.of("fs4", "FS-4", Role.FS),
            Cast.of("fs5", "FS-5", Role.FS),
            Cast.of("fs6", "FS-6", Role.FS),
            Cast.of("fs7", "FS-7", Role.FS),
            Cast.of("is-lead", "ISリーダー", Role.IS_LEAD),
            Cast.of("is1", "IS-1", Role.IS),
            Cast.of("is2", "IS-2", Role.IS),
            Cast.of("is3", "IS-3", Role.IS),
            Cast.of("is4", "IS-4", Role.IS),
            Cast.of("trade-manager", "流通営業課長", Role.TRADE),
            Cast.of("trade1", "流通営業-1", Role.TRADE),
            Cast.of("trade2", "流通営業-2", Role.TRADE),
            Cast.of("trade3", "流通営業-3", Role.TRADE),
            Cast.of("mkt-head", "マーケ部長", Role.MKT_HEAD),
            Cast.of("demand1", "デマンド-1", Role.MKT),
            Cast.of("demand2", "デマンド-2", Role.MKT),
            Cast.of("content1", "コンテンツ-1", Role.MKT, Function.PUBLIC_RELATIONS),
            Cast.of("content2", "コンテンツ-2", Role.MKT),
            Cast.of("brand", "商品企画", Role.MKT, Function.PRODUCT),
            Cast.of("research", "リサーチ", Role.MKT),
            Cast.of("cs-manager", "CS課長", Role.CS),
            Cast.of("cs1", "CS-1", Role.CS),
            Cast.of("cs2", "CS-2", Role.CS),
            Cast.of("ops", "営業企画", Role.REVOPS),
            Cast.of("accounting", "経理", Role.FIN),
            Cast.of("privacy", "個人情報管理者", Role.DPO),
            Cast.of("auditor", "監査", Role.AUDIT),
            Cast.of("admin", "管理者", Role.ADMIN));

    private final Members members;
    private final FunctionMap functions;

    DemoMembers(Members members, FunctionMap functions) {
        this.members = members;
        this.functions = functions;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String title() {
        return "members";
    }

    @Override
    public void tell(Story story) {
        CAST.forEach(one -> story.keep("member/" + one.code(), members.add(Actor.SYSTEM, new NewMember(
                one.code() + "@asanagi.example", one.name(), "", Set.of(one.role()), one.besides(), null, Locale.JAPANESE, one.code()))));
        functions.adopt(Actor.SYSTEM, Preset.STANDARD);
    }
}
