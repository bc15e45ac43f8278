import { describe, expect, test } from 'vitest'
import { readMixing } from './mdgp.ts'

const head = '4 2 ss 2 2 2 2'
const pairs = ['0 1 1', '0 2 2.5', '0 3 -3', '1 2 4e1', '1 3 .5', '2 3 0']
const file = (...lines: string[]) => `${lines.join('\n')}\n`

describe('a task of pure mixing', () => {
  test('is read with whole and real distances, whatever the line ends, spaces and order of a pair', () => {
    const { n, groups, distances } = readMixing(file(head, ...pairs))
    expect(n).toBe(4)
    expect(groups).toEqual([
      { low: 2, high: 2 },
      { low: 2, high: 2 },
    ])
    const rows = [0, 1, 2, 3].map((i) => [...distances.subarray(4 * i, 4 * i + 4)])
    expect(rows).toEqual([
      [0, 1, 2.5, -3],
      [1, 0, 40, 0.5],
      [2.5, 40, 0, 0],
      [-3, 0.5, 0, 0],
    ])
    const other = ['', ` ${head}  `, '', ...pairs.map((line) => `\t${line.replaceAll(' ', '  ')} `), ''].join('\r\n')
    expect(readMixing(other)).toEqual(readMixing(file(head, ...pairs)))
    expect(readMixing(file(head, '1 0 1', ...pairs.slice(1)))).toEqual(readMixing(file(head, ...pairs)))
  })

  test('groups of different sizes, a bound beyond everybody, and nobody at all', () => {
    expect(readMixing('2 2 ds 0 1 1 99\n0 1 5')).toMatchObject({
      groups: [
        { low: 0, high: 1 },
        { low: 1, high: 2 },
      ],
    })
    expect(readMixing('0 0 ss')).toMatchObject({ n: 0 })
    expect(readMixing('1 1 ss 1 1')).toMatchObject({ n: 1 })
  })

  test.each([
    ['', 'line 1: is missing: n, m, ss or ds, and the bounds of each group'],
    ['x 2 ss', 'line 1: the number of elements (n) must be a whole number, not “x”'],
    ['4', 'line 1: the number of groups (m) must be a whole number, not “”'],
    ['9999999 1 ss 1 1', 'line 1: the number of elements (n) is 9999999; it may be 5000 at most'],
    ['4 2 sd 2 2 2 2', 'line 1: the third value must be ss or ds, not “sd”'],
    ['4 2 ss 2 2', 'line 1: has 2 bounds; 2 groups need 4'],
    ['4 2 ss 3 2 2 2', 'line 1: group 0 has the bounds 3 to 2'],
    ['4 2 ss 2 -2 2 2', 'line 1: the upper bound of group 0 must be a whole number, not “-2”'],
    ['4 2 ss 1 1 1 1', 'line 1: 4 elements don’t fit into groups of 2 to 2 in all'],
    [file(head, '0 1'), 'line 2: has 2 values; a distance has three: i, j and the distance'],
    [file(head, '0 1 2 3'), 'line 2: has 4 values; a distance has three: i, j and the distance'],
    [file(head, '0 1 1', '', '0 4 1'), 'line 4: “4” is no element; there are 0 to 3'],
    [file(head, '-1 2 1'), 'line 2: “-1” is no element; there are 0 to 3'],
    [file(head, '0 1 far'), 'line 2: “far” is no distance'],
    [file(head, '0 1 1e999'), 'line 2: “1e999” is no distance'],
    [file(head, '0 1 0x10'), 'line 2: “0x10” is no distance'],
    [file(head, '1 1 0'), 'line 2: gives the distance of 1 to itself'],
    [file(head, '0 1 1', '1 0 1'), 'line 3: gives the distance of 1 and 0 a second time'],
    [file(head, ...pairs.slice(0, 4)), 'line 5: the file ends after 4 of 6 distances'],
  ])('%j is refused with the line', (source, line) => {
    expect(() => readMixing(source)).toThrow(line)
  })
})
