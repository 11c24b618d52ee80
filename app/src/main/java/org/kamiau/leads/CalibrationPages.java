package org.kamiau.leads;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.ReturnReason;
import org.kamiau.platform.Access;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** How well scores told what became of leads, for both departments to read. */
@Controller
@Access.Members
class CalibrationPages {

    /** The page. */
    public record Page(Calibrations.Quality quality, List<ReturnReason> reasons) {

        /** The MQLs of a tenth, in the list of leads. */
        public String leads(Calibration.Decile decile) {
            return "/leads?view=all&f=qualified.between." + quality.from() + "," + quality.to() + "&f=qualifiedscore.between." + decile.low() + ","
                    + decile.high() + "&sort=-qualified&columns=company,person,qualifiedscore,stage,qualified,sql,origin";
        }

        /** The MQLs of the months that the table of returns counts, that fitted so well. */
        public String ofFit(String fit) {
            return ofFit(fit, "");
        }

        /** Of those, what sales returned for a reason. */
        public String returned(String fit, ReturnReason reason) {
            return ofFit(fit, "&f=reason.is." + reason.code());
        }

        private String ofFit(String fit, String more) {
            return "/leads?view=all&f=qualified.between." + quality.to().withDayOfMonth(1).minusMonths(2) + "," + quality.to()
                    + "&f=qualifiedgrade.starts." + fit + more
                    + "&sort=-qualified&columns=company,person,qualifiedgrade,stage,qualified,reason,reply";
        }
    }

    /** @param low score, fit + engagement */
    record DecileAnswer(int decile, int low, int high, long n, long sqls, double rate, double rateLow, double rateHigh) {}

    /** Parts that too few leads would make wild are null. */
    record QualityAnswer(
            String from, String to, long n, long sqls, long unscored, List<DecileAnswer> deciles, @Nullable Double auc, @Nullable Double brier,
            @Nullable Double brierOfMean, @Nullable Double psi, List<String> hints) {}

    private final Calibrations calibrations;

    CalibrationPages(Calibrations calibrations) {
        this.calibrations = calibrations;
    }

    @GetMapping("/settings/scoring/quality")
    ModelAndView show() {
        return new ModelAndView("leads/calibration", "page", new Page(calibrations.quality(), List.of(ReturnReason.values())));
    }

    @Operation(
            summary = "Scores against fate",
            description = "MQLs of the last twelve months that had their time, by tenths of fit + engagement (0-200) at qualification: how many were confirmed as SQL within 21 days, with 95 % Wilson intervals in percent. auc 0.5 is chance; brier of the last three months foretold from those before, beside that of the mean; psi compares the last three full months with the three before. null or an empty list: too few leads.")
    @GetMapping("/api/v1/scoring/quality")
    @ResponseBody
    QualityAnswer quality() {
        var quality = calibrations.quality();
        var calibration = quality.calibration();
        return new QualityAnswer(
                quality.from().toString(), quality.to().toString(), calibration.n(), calibration.sqls(), quality.unscored(),
                calibration.deciles().stream()
                        .map(one -> new DecileAnswer(
                                one.number(), one.low(), one.high(), one.n(), one.hits(), one.rate().percent(), one.rate().low(), one.rate().high()))
                        .toList(),
                calibration.order().map(Calibration.Order::auc).orElse(null),
                calibration.forecast().map(Calibration.Forecast::brier).orElse(null),
                calibration.forecast().map(Calibration.Forecast::prior).orElse(null),
                calibration.drift().map(Calibration.Drift::psi).orElse(null),
                calibration.hints().stream().map(hint -> hint.name().toLowerCase(java.util.Locale.ROOT)).toList());
    }
}
