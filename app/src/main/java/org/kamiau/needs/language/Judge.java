package org.kamiau.needs.language;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Weighs what the views say of a label; the same weights for all labels, but for where each begins. */
final class Judge {

    /** What was said of a label, and whether it was right. */
    record Case(double[] facts, int label, boolean right) {}

    private static final double COST = 1;
    private static final double PRECISION = 0.001;
    private static final double OWN = 0.5;
    /**
     * Refusals are too rare to be learned well: where grammar sees one in most of the words, less is left than
     * any threshold asks for.
     */
    private static final double HALF = 0.5;
    private static final double DOUBT = 0.2;

    private final double[] weights;
    private final int facts;

    private Judge(double[] weights, int facts) {
        this.weights = weights;
        this.facts = facts;
    }

    static Judge train(List<Case> cases, int labels) {
        int facts = Seen.FACTS;
        var weights = new double[facts + labels + 1];
        if (cases.stream().map(Case::right).distinct().count() < 2) {
            return new Judge(weights, facts);
        }
        var problem = new Problem();
        problem.l = cases.size();
        problem.n = weights.length;
        problem.x = cases.stream().map(one -> point(one, labels)).toArray(Feature[][]::new);
        problem.y = cases.stream().mapToDouble(one -> one.right() ? 1 : -1).toArray();
        var model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, PRECISION));
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        var learned = model.getFeatureWeights();
        for (int at = 0; at < weights.length; at++) {
            weights[at] = sign * learned[at];
        }
        return new Judge(weights, facts);
    }

    private static Feature[] point(Case one, int labels) {
        var point = new Feature[one.facts().length + 2];
        for (int at = 0; at < one.facts().length; at++) {
            point[at] = new FeatureNode(at + 1, one.facts()[at]);
        }
        point[point.length - 2] = new FeatureNode(one.facts().length + one.label() + 1, OWN);
        point[point.length - 1] = new FeatureNode(one.facts().length + labels + 1, 1);
        return point;
    }

    double probability(double[] said, int label) {
        double score = weights[weights.length - 1] + OWN * weights[facts + label];
        for (int at = 0; at < said.length; at++) {
            score += weights[at] * said[at];
        }
        double probability = 1 / (1 + Math.exp(-score));
        return said[Seen.DENIED] > HALF ? probability * DOUBT : probability;
    }

    /** Where F1 over all cases is highest. */
    double threshold(List<Case> cases) {
        return IntStream.rangeClosed(10, 35).mapToDouble(step -> step * 0.02).boxed()
                .max(Comparator.comparingDouble(least -> f1(cases, least))).orElse(0.5);
    }

    private double f1(List<Case> cases, double least) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (var one : cases) {
            boolean taken = probability(one.facts(), one.label()) >= least;
            right += taken && one.right() ? 1 : 0;
            wrong += taken && !one.right() ? 1 : 0;
            missed += !taken && one.right() ? 1 : 0;
        }
        return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
    }
}
