/** A heap of nodes, the nearest first by `distance`; ties in a fixed order. A node may be pushed again when it has come nearer. */
export function makeQueue(distance: Float64Array) {
  const heap = new Int32Array(distance.length)
  /** Where a node is in the heap, −1 when it isn't. */
  const place = new Int32Array(distance.length).fill(-1)
  let size = 0

  const put = (node: number, at: number) => {
    heap[at] = node
    place[node] = at
  }
  const rise = (node: number, from: number) => {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (distance[heap[above]!]! <= distance[node]!) break
      put(heap[above]!, at)
      at = above
    }
    put(node, at)
  }
  const sink = (node: number) => {
    let at = 0
    for (let below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && distance[heap[below + 1]!]! < distance[heap[below]!]!) below += 1
      if (distance[heap[below]!]! >= distance[node]!) break
      put(heap[below]!, at)
      at = below
    }
    put(node, at)
  }

  return {
    isEmpty: () => size === 0,
    clear() {
      for (let at = 0; at < size; at += 1) place[heap[at]!] = -1
      size = 0
    },
    push(node: number) {
      if (place[node]! < 0) {
        size += 1
        rise(node, size - 1)
      } else rise(node, place[node]!)
    },
    /** The nearest node, −1 when there is none. */
    pop(): number {
      if (size === 0) return -1
      const node = heap[0]!
      place[node] = -1
      size -= 1
      if (size > 0) sink(heap[size]!)
      return node
    },
  }
}
