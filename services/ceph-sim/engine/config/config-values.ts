import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { featureBits, featuresOfBits, isFeature } from '../images/features.ts'
import type { ConfigOption } from './config-schema.ts'

const decimalSuffixes = ['', 'K', 'M', 'G', 'T', 'P', 'E']

/**
 * A value as Ceph keeps it: `true` for 1, 34603008 for 33M, 61 for a list of features.
 *
 * @throws InvalidArgumentError (EINVAL) in the words of `ceph config set`
 */
export function normalizedValue(name: string, option: ConfigOption, text: string): string {
  if (name === 'rbd_default_features') return String(featureBits(featuresOfOption(text)))
  const value = parse(option, text)
  if (name === 'rbd_discard_granularity_bytes' && !Number.isInteger(Math.log2(Number(value)))) {
    throw bad('value must be a power of two')
  }
  const { min, max } = option
  const bound = (limit: number) => (option.type === 'float' ? limit.toFixed(6) : String(limit))
  if (min !== undefined && Number(value) < min) throw bad(`Value '${value}' is below minimum ${bound(min)}`)
  if (max !== undefined && Number(value) > max) throw bad(`Value '${value}' exceeds maximum ${bound(max)}`)
  return value
}

/** The features that `rbd_default_features` names, by names or by the sum of their bits; the usual ones when empty. */
export function featuresOfOption(text: string): readonly string[] {
  if (text === '') return featuresOfBits(61)
  if (/^\d+$/.test(text)) {
    const features = featuresOfBits(Number(text))
    if (featureBits(features) !== Number(text)) throw bad('')
    return features
  }
  const names = text.split(',').map((name) => name.trim())
  if (!names.every(isFeature)) throw bad('')
  return names
}

function parse({ type, values }: ConfigOption, text: string): string {
  switch (type) {
    case 'bool':
      return String(parseBool(text))
    case 'size':
      return String(parseSize(text))
    case 'uint':
    case 'int':
      return String(parseCount(text))
    case 'float':
      if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text))
        throw bad(`strict_strtod: expected double, got: '${text}'`)
      return Number(text).toFixed(6)
    case 'text':
      if (values && !values.includes(text)) {
        throw bad(`'${text}' is not one of the permitted values: ${values.join(', ')}`)
      }
      return text
  }
}

function parseBool(text: string): boolean {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  if (!/^-?\d+$/.test(text)) throw bad(`Expected option value to be integer, got '${text}'`)
  return Number(text) !== 0
}

/** Powers of 1024. */
function parseSize(text: string): number {
  if (text === '') throw bad('strict_iecstrtoll: value not specified')
  const [, digits = '', suffix = ''] = /^(\d*)(.*)$/s.exec(text) ?? []
  if (suffix.length > 2) throw bad('strict_iecstrtoll: illegal prefix (length > 2)')
  const power = suffix === 'B' ? 0 : decimalSuffixes.indexOf(suffix.replace(/(?<=.)i$/, ''))
  if (digits === '' || power < 0) throw bad('strict_iecstrtoll: unit prefix not recognized')
  return Number(digits) * 1024 ** power
}

/** Powers of 1000. */
function parseCount(text: string): number {
  if (text === '') throw bad('strict_sistrtoll: value not specified')
  const [, digits, suffix = ''] = /^(-?\d+)(.*)$/s.exec(text) ?? []
  const power = decimalSuffixes.indexOf(suffix)
  if (digits === undefined || power < 0) throw bad('strict_si_cast: unit prefix not recognized')
  return Number(digits) * 1000 ** power
}

function bad(why: string): InvalidArgumentError {
  return new InvalidArgumentError(`error parsing value: ${why}`, { errno: 'EINVAL' })
}
