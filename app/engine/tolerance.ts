/**
 * How much worse a step of an annealing may be, in temperatures: −ln of 4,096 numbers spread evenly over ]0, 1[, drawn by
 * a random place. A table, because a logarithm for each of millions of proposals would cost more than the proposal.
 */
export const tolerance = Float64Array.from({ length: 4096 }, (_, k) => -Math.log((k + 0.5) / 4096))
