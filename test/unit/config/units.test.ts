import { describe, expect, test } from 'vitest'
import { type Parsed, parseBitRate, parseBytes, parseDuration, parsePercent } from '#kernel/config/units.ts'

const value = <T>(parsed: Parsed<T>): T | string => (parsed.ok ? parsed.value : `refused: ${parsed.problem}`)
const problem = <T>(parsed: Parsed<T>): string => (parsed.ok ? `accepted as ${parsed.value}` : parsed.problem)

describe('sizes', () => {
  test.each([
    ['4GiB', 4 * 1024 ** 3],
    ['112MiB', 117_440_512],
    ['1.5 KiB', 1536],
    ['0B', 0],
    ['2TiB', 2 * 1024 ** 4],
  ])('%s is that many bytes, binary', (text, bytes) => {
    expect(value(parseBytes(text))).toBe(bytes)
  })

  test.each([
    [4, 'has no unit', '4MiB'],
    ['4', 'has no unit', '4MiB'],
    ['100MB', 'powers of 1024', '100MiB'],
    ['1GB', 'powers of 1024', '1GiB'],
    ['8G', 'powers of 1024', '8GiB'],
    ['8gib', 'powers of 1024', '8GiB'],
    ['100Mbps', 'that is a rate', ''],
  ])('%s is refused and says what to write', (input, why, hint) => {
    expect(problem(parseBytes(input))).toContain(why)
    expect(problem(parseBytes(input))).toContain(hint)
  })

  test.each([['0.3B'], ['9000PiB'], ['-1MiB'], ['MiB'], [null], [['1MiB']]])('%s is no size', (input) => {
    expect(parseBytes(input).ok).toBe(false)
  })
})

describe('rates', () => {
  test.each([
    ['100Mbps', 100e6],
    ['1Gbps', 1e9],
    ['512kbps', 512e3],
    ['2.5Gbps', 2.5e9],
    ['unlimited', Number.POSITIVE_INFINITY],
  ])('%s is that many bits per second, decimal', (text, bits) => {
    expect(value(parseBitRate(text))).toBe(bits)
  })

  test.each([
    [100, 'has no unit', '100Mbps'],
    ['10MBps', 'bits per second', '80Mbps'],
    ['10MB/s', 'bits per second', '80Mbps'],
    ['1MiB/s', 'bits per second', '8.388608Mbps'],
    ['100Mbit/s', 'did you mean', '100Mbps'],
    ['100mbps', 'did you mean', '100Mbps'],
    ['100KBPS', 'did you mean', '100kbps'],
    ['0Mbps', 'carries nothing', ''],
  ])('%s is refused and says what to write', (input, why, hint) => {
    expect(problem(parseBitRate(input))).toContain(why)
    expect(problem(parseBitRate(input))).toContain(hint)
  })
})

describe('durations', () => {
  test.each([
    ['40ms', 40],
    ['1.5s', 1500],
    ['10m', 600_000],
    ['12h10m', 43_800_000],
    ['1d', 86_400_000],
    ['1h 30m', 5_400_000],
    [0, 0],
  ])('%s is that many milliseconds', (text, ms) => {
    expect(value(parseDuration(text))).toBe(ms)
  })

  test.each([
    [5, 'has no unit'],
    ['10min', 'did you mean 10m?'],
    ['10sec', 'did you mean 10s?'],
    ['10m12h', 'from large to small'],
    ['10m5m', 'from large to small'],
    ['soon', 'is not a duration'],
    ['10m!', 'is not a duration'],
    [true, 'expected a duration'],
  ])('%s is refused', (input, why) => {
    expect(problem(parseDuration(input))).toContain(why)
  })
})

describe('percentages', () => {
  test('100% is the whole', () => {
    expect(value(parsePercent('100%'))).toBe(1)
    expect(value(parsePercent('12.5 %'))).toBe(0.125)
  })

  test.each([[0.5], ['80'], ['120%'], ['half']])('%s is refused', (input) => {
    expect(parsePercent(input).ok).toBe(false)
  })
})
