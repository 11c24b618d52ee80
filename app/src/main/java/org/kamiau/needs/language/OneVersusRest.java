package org.kamiau.needs.language;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * One logistic regression per label over weighted terms (tf-idf, each example of length 1), by LIBLINEAR. Knows its
 * labels by number. Safe for several threads once trained.
 */
final class OneVersusRest {

    static {
        Linear.disableDebugOutput();
    }

    private static final double PRECISION = 0.05;
    /** A weight below adds nothing that anybody would see, and most are. */
    private static final double FAINT = 0.01;
    private static final int MOST_OTHERS = 30_000;

    private final Map<String, Integer> places;
    private final double[] rarity;
    /** For each term the labels on which it bears, and how. */
    private final int[][] labels;
    private final float[][] weights;
    private final double[] bias;

    private OneVersusRest(Map<String, Integer> places, double[] rarity, int[][] labels, float[][] weights, double[] bias) {
        this.places = places;
        this.rarity = rarity;
        this.labels = labels;
        this.weights = weights;
        this.bias = bias;
    }

    /**
     * @param examples their terms
     * @param carries for each example its labels
     * @param count labels are 0 to count − 1
     */
    static OneVersusRest train(List<Map<String, Double>> examples, List<int[]> carries, int count, double cost) {
        var seen = new HashMap<String, Integer>();
        examples.forEach(terms -> terms.keySet().forEach(term -> seen.merge(term, 1, Integer::sum)));
        var places = new HashMap<String, Integer>();
        seen.forEach((term, times) -> {
            if (times > 1) {
                places.put(term, places.size());
            }
        });
        var rarity = new double[places.size()];
        places.forEach((term, place) -> rarity[place] = Math.log((1.0 + examples.size()) / (1 + seen.getOrDefault(term, 0))) + 1);
        var points = examples.stream().map(terms -> point(terms, places, rarity)).toList();
        var found = new double[count][];
        IntStream.range(0, count).parallel().forEach(label -> found[label] = label(points, carries, label, places.size(), cost));
        return sparse(places, rarity, found);
    }

    private static double[] label(List<Feature[]> points, List<int[]> carries, int label, int terms, double cost) {
        var chance = RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(label);
        var mine = new ArrayList<Feature[]>();
        var signs = new ArrayList<Double>();
        long others = carries.stream().filter(of -> !contains(of, label)).count();
        for (int at = 0; at < points.size(); at++) {
            boolean carried = contains(carries.get(at), label);
            if (carried || others <= MOST_OTHERS || chance.nextInt((int) others) < MOST_OTHERS) {
                mine.add(points.get(at));
                signs.add(carried ? 1.0 : -1.0);
            }
        }
        var weights = new double[terms + 1];
        if (!signs.contains(1.0)) {
            weights[terms] = -10;
            return weights;
        }
        var problem = new Problem();
        problem.l = mine.size();
        problem.n = terms + 1;
        problem.x = mine.toArray(Feature[][]::new);
        problem.y = signs.stream().mapToDouble(Double::doubleValue).toArray();
        var model = Linear.train(problem, new Parameter(SolverType.L2R_LR_DUAL, cost, PRECISION));
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        var learned = model.getFeatureWeights();
        for (int at = 0; at < weights.length; at++) {
            weights[at] = sign * learned[at];
        }
        return weights;
    }

    private static boolean contains(int[] labels, int label) {
        return Arrays.stream(labels).anyMatch(one -> one == label);
    }

    private static OneVersusRest sparse(Map<String, Integer> places, double[] rarity, double[][] found) {
        var labels = new int[places.size()][];
        var weights = new float[places.size()][];
        for (int term = 0; term < labels.length; term++) {
            int at = term;
            labels[term] = IntStream.range(0, found.length).filter(label -> Math.abs(found[label][at]) > FAINT).toArray();
            weights[term] = new float[labels[term].length];
            for (int nth = 0; nth < labels[term].length; nth++) {
                weights[term][nth] = (float) found[labels[term][nth]][term];
            }
        }
        return new OneVersusRest(places, rarity, labels, weights, Arrays.stream(found).mapToDouble(of -> of[of.length - 1]).toArray());
    }

    private static Feature[] point(Map<String, Double> terms, Map<String, Integer> places, double[] rarity) {
        var features = new ArrayList<Feature>();
        double square = 0;
        for (var term : terms.entrySet()) {
            var place = places.get(term.getKey());
            if (place != null) {
                double value = term.getValue() * rarity[place];
                square += value * value;
                features.add(new FeatureNode(place + 1, value));
            }
        }
        double length = Math.sqrt(square);
        features.forEach(feature -> feature.setValue(feature.getValue() / length));
        features.sort(Comparator.comparingInt(Feature::getIndex));
        features.add(new FeatureNode(places.size() + 1, 1));
        return features.toArray(Feature[]::new);
    }

    /** For each label its probability, 0 to 1. */
    double[] of(Map<String, Double> terms) {
        var scores = bias.clone();
        double square = 0;
        for (var term : terms.entrySet()) {
            var place = places.get(term.getKey());
            if (place != null) {
                square += Math.pow(term.getValue() * rarity[place], 2);
            }
        }
        double length = Math.sqrt(square);
        for (var term : terms.entrySet()) {
            var place = places.get(term.getKey());
            if (place != null) {
                double value = term.getValue() * rarity[place] / length;
                for (int nth = 0; nth < labels[place].length; nth++) {
                    scores[labels[place][nth]] += value * weights[place][nth];
                }
            }
        }
        for (int label = 0; label < scores.length; label++) {
            scores[label] = 1 / (1 + Math.exp(-scores[label]));
        }
        return scores;
    }

    /** How much a term speaks for a label, before it is weighed against the others of its text. */
    double weight(String term, int label) {
        var place = places.get(term);
        if (place == null) {
            return 0;
        }
        int nth = Arrays.binarySearch(labels[place], label);
        return nth < 0 ? 0 : weights[place][nth] * rarity[place];
    }
}
