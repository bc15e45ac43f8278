/** Nodes are 0 to `nodes` − 1. Arc `a` carries 0 to `capacity[a]` from `tail[a]` to `head[a]`. */
export type Network = Readonly<{
  nodes: number
  tail: Int32Array
  head: Int32Array
  capacity: Int32Array
}>

/** What the search keeps. Edge 2a is arc a as it stands, edge 2a + 1 the way back along what it carries. */
export type State = {
  readonly nodes: number
  readonly arcs: number
  readonly tail: Int32Array
  readonly head: Int32Array
  readonly capacity: Int32Array
  readonly flow: Int32Array
  /** An arc that a level before has settled: it keeps its flow. */
  readonly settled: Uint8Array
  /** What a node still has to send on, or (negative) to receive. */
  readonly excess: Int32Array
  readonly potential: Float64Array
  /** Edges by the node they leave: those of node v are `edges[first[v]]` to `edges[first[v + 1] − 1]`. */
  readonly first: Int32Array
  readonly edges: Int32Array
}

export function begin({ nodes, tail, head, capacity }: Network, supply: Int32Array): State {
  const arcs = tail.length
  const first = new Int32Array(nodes + 1)
  for (let a = 0; a < arcs; a += 1) {
    first[tail[a]! + 1]! += 1
    first[head[a]! + 1]! += 1
  }
  for (let v = 0; v < nodes; v += 1) first[v + 1]! += first[v]!
  const next = first.slice()
  const edges = new Int32Array(2 * arcs)
  for (let a = 0; a < arcs; a += 1) {
    edges[next[tail[a]!]!++] = 2 * a
    edges[next[head[a]!]!++] = 2 * a + 1
  }
  return {
    nodes,
    arcs,
    tail,
    head,
    capacity,
    first,
    edges,
    flow: new Int32Array(arcs),
    settled: new Uint8Array(arcs),
    excess: supply.slice(),
    potential: new Float64Array(nodes),
  }
}
