import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { formatLocationUrl, parseFullLocationUrl, parseLocationUrl } from '#openstack/drivers/location-url.ts'

const url = 'rbd://d25504ce-459f-432d-b6fa-79854d786f2b/images/8083c7e7-32d8-4f7a-b1da-0ed7884f1076/snap'

describe('location URLs (A36)', () => {
  it('names cluster, pool, image and snapshot', () => {
    expect(parseLocationUrl(url)).toEqual({
      fsid: 'd25504ce-459f-432d-b6fa-79854d786f2b',
      pool: 'images',
      image: '8083c7e7-32d8-4f7a-b1da-0ed7884f1076',
      snapshot: 'snap',
    })
    expect(formatLocationUrl(parseLocationUrl(url))).toBe(url)
  })

  it('quotes everything that Python quotes', () => {
    const location = { fsid: 'f', pool: "a/b c'(!)*", image: 'ä~_.-', snapshot: '%' }
    expect(formatLocationUrl(location)).toBe('rbd://f/a%2Fb%20c%27%28%21%29%2A/%C3%A4~_.-/%25')
    expect(parseLocationUrl(formatLocationUrl(location))).toEqual(location)
  })

  it('survives the way there and back, whatever the names', () => {
    const name = fc.string({ minLength: 1, unit: 'grapheme' })
    fc.assert(
      fc.property(fc.record({ fsid: name, pool: name, image: name, snapshot: name }), (location) => {
        expect(parseLocationUrl(formatLocationUrl(location))).toEqual(location)
      }),
    )
  })

  it('reads the short form, which cannot be cloned from', () => {
    expect(parseLocationUrl('rbd://image')).toEqual({ image: 'image' })
    expect(parseFullLocationUrl('rbd://image')).toBeUndefined()
  })

  it.each([
    ['file:///var/lib/glance/images/x', 'URI must start with rbd://'],
    ['rbd://a/b', 'URI must have exactly 1 or 4 components'],
    ['rbd://a/b/c/d/e', 'URI must have exactly 1 or 4 components'],
    ['rbd://a//c/d', 'URI cannot contain empty components'],
    ['rbd://', 'URI cannot contain empty components'],
    ['rbd://a/%/c/d', 'Invalid URI: rbd://a/%/c/d'],
  ])('refuses %s', (text, reason) => {
    expect(() => parseLocationUrl(text)).toThrow(InvalidArgumentError)
    expect(() => parseLocationUrl(text)).toThrow(reason)
    expect(parseFullLocationUrl(text)).toBeUndefined()
  })
})
