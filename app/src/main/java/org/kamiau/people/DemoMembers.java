package org.kamiau.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.demo.DemoChapter;
import org.kamiau.platform.demo.Story;
import org.springframework.stereotype.Component;

/** Who works at Asanagi Safety: members by their role titles, kept as {@code member/<code>}. */
@Component
class DemoMembers implements DemoChapter {

    private static final String SALES = "フィールドセールス 建設・製造";
    private static final String OTHER_SALES = "フィールドセールス 物流・イベント";
    private static final String INSIDE = "インサイドセールス";
    private static final String TRADE = "流通営業";
    private static final String MARKETING = "マーケティング";
    private static final String SUCCESS = "カスタマーサクセス";

    private record Employee(String code, String name, String kana, @Nullable String team, Set<Role> roles, Set<Function> besides) {
        static Employee of(String code, String name, String kana, @Nullable String team, Role role, Function... besides) {
            return new Employee(code, name, kana, team, Set.of(role), Set.of(besides));
        }
    }

    private static final List<Employee> EMPLOYEES = List.of(
            Employee.of("ceo", "代表取締役", "ダイヒョウトリシマリヤク", null, Role.EXEC),
            Employee.of("sales-head", "営業本部長", "エイギョウホンブチョウ", null, Role.SALES_HEAD),
            Employee.of("fs-manager", "FS課長", "エフエスカチョウ", SALES, Role.FS_MGR),
            Employee.of("fs1", "FS-1", "エフエス1", SALES, Role.FS),
            Employee.of("fs2", "FS-2", "エフエス2", SALES, Role.FS),
            Employee.of("fs3", "FS-3", "エフエス3", SALES, Role.FS),
            Employee.of("fs4", "FS-4", "エフエス4", SALES, Role.FS),
            Employee.of("fs5", "FS-5", "エフエス5", SALES, Role.FS),
            Employee.of("fs6", "FS-6", "エフエス6", OTHER_SALES, Role.FS),
            Employee.of("fs7", "FS-7", "エフエス7", OTHER_SALES, Role.FS),
            Employee.of("is-lead", "ISリーダー", "アイエスリーダー", INSIDE, Role.IS_LEAD),
            Employee.of("is1", "IS-1", "アイエス1", INSIDE, Role.IS),
            Employee.of("is2", "IS-2", "アイエス2", INSIDE, Role.IS),
            Employee.of("is3", "IS-3", "アイエス3", INSIDE, Role.IS),
            Employee.of("is4", "IS-4", "アイエス4", INSIDE, Role.IS),
            Employee.of("trade-manager", "流通営業課長", "リュウツウエイギョウカチョウ", TRADE, Role.TRADE),
            Employee.of("trade1", "流通営業-1", "リュウツウエイギョウ1", TRADE, Role.TRADE),
            Employee.of("trade2", "流通営業-2", "リュウツウエイギョウ2", TRADE, Role.TRADE),
            Employee.of("trade3", "流通営業-3", "リュウツウエイギョウ3", TRADE, Role.TRADE),
            Employee.of("mkt-head", "マーケ部長", "マーケブチョウ", MARKETING, Role.MKT_HEAD),
            Employee.of("demand1", "デマンド-1", "デマンド1", MARKETING, Role.MKT),
            Employee.of("demand2", "デマンド-2", "デマンド2", MARKETING, Role.MKT),
            Employee.of("content1", "コンテンツ-1", "コンテンツ1", MARKETING, Role.MKT),
            Employee.of("content2", "コンテンツ-2", "コンテンツ2", MARKETING, Role.MKT, Function.PUBLIC_RELATIONS),
            Employee.of("brand", "商品企画", "ショウヒンキカク", MARKETING, Role.MKT, Function.PRODUCT),
            Employee.of("research", "リサーチ", "リサーチ", MARKETING, Role.MKT),
            Employee.of("cs-manager", "CS課長", "シーエスカチョウ", SUCCESS, Role.CS),
            Employee.of("cs1", "CS-1", "シーエス1", SUCCESS, Role.CS),
            Employee.of("cs2", "CS-2", "シーエス2", SUCCESS, Role.CS),
            Employee.of("ops", "営業企画", "エイギョウキカク", null, Role.REVOPS),
            Employee.of("accounting", "経理", "ケイリ", null, Role.FIN),
            Employee.of("privacy", "個人情報管理者", "コジンジョウホウカンリシャ", null, Role.DPO),
            Employee.of("auditor", "監査", "カンサ", null, Role.AUDIT),
            Employee.of("admin", "システム管理者", "システムカンリシャ", null, Role.ADMIN));

    private static final Instant BEGINNING = LocalDate.of(2025, 12, 1).atTime(9, 0).atZone(Story.ZONE).toInstant();

    /** Half a year in, one seller moved to customer success: functions have a past. */
    private static final Instant ROTATION = LocalDate.of(2026, 4, 1).atTime(9, 0).atZone(Story.ZONE).toInstant();

    private final Members members;
    private final Teams teams;

    DemoMembers(Members members, Teams teams) {
        this.members = members;
        this.teams = teams;
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
        story.at(BEGINNING, () -> employ(story));
        story.at(ROTATION, () -> rotate(story));
    }

    private void employ(Story story) {
        Map<String, TeamId> known = new HashMap<>();
        for (int i = 0; i < EMPLOYEES.size(); i++) {
            var employee = EMPLOYEES.get(i);
            var team = employee.team() == null ? null : known.computeIfAbsent(employee.team(), name -> teams.add(Actor.SYSTEM, name));
            var roles = employee.code().equals("cs1") ? Set.of(Role.FS) : employee.roles();
            var id = new MemberId(story.id("member/" + employee.code(), BEGINNING.plusMillis(i)));
            members.add(Actor.SYSTEM, id, joining(employee, roles, team));
            story.keep("member/" + employee.code(), id);
        }
    }

    private void rotate(Story story) {
        var seller = EMPLOYEES.stream().filter(employee -> employee.code().equals("cs1")).findFirst().orElseThrow();
        var id = story.get("member/cs1", MemberId.class);
        members.change(Actor.SYSTEM, id, joining(seller, seller.roles(), members.get(id).team()));
    }

    private static NewMember joining(Employee employee, Set<Role> roles, @Nullable TeamId team) {
        return new NewMember(
                employee.code() + "@asanagi.example", employee.name(), employee.kana(), roles, employee.besides(), team, Locale.JAPANESE, employee.code());
    }
}
