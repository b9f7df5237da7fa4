// Inputs for an operation, made from its own schema: right ones with wrong contents, and ones that are broken in a place or three.
import { z } from '../../../shared/model/schema.ts'

type Schema = Record<string, unknown>
type Random = () => number

/** Texts that some layer below may take for more than text. */
const TEXTS = ['', ' ', 'a', 'Стороны', '"', "'; DROP TABLE draft; --", '"вода" OR NEAR(', '-', '*', '^a', 'a AND', '%', '\\', '../../../etc/passwd', 'C:\\windows\\win.ini',
  '/dev/zero', 'file:///etc/passwd', 'javascript:alert(1)', '<img src=x onerror=alert(1)>', '{{7*7}}', '${7*7}', '\0', '\ud800', '\u202e', '\ufeff', '𝒳', '👨‍👩‍👧‍👦', 'a\u0301'.repeat(50),
  '2026-02-30', '2026-03-08', '0', '-1', '1e309', 'NaN', 'null', '__proto__', 'constructor', 'ru', 'en', 'zh', 'xx-INVALID', 'AL', 'a'.repeat(64), 'я'.repeat(5000)]
const NUMBERS = [0, -0, 1, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, Number.NaN, Number.POSITIVE_INFINITY]

export const schemaOf = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)]!

/** A value that the schema mostly takes. `ids` are those of things that are there. */
export function valueOf(schema: Schema, ids: readonly string[], random: Random, root = schema, depth = 0): unknown {
  if (typeof schema['$ref'] === 'string') {
    const target = schema['$ref'].split('/').slice(1).reduce<Schema>((at, key) => at[key] as Schema, root)
    return depth > 12 ? null : valueOf(target, ids, random, root, depth + 1)
  }
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined
  if (choices) return valueOf(pick(choices, random), ids, random, root, depth + 1)
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return pick(schema['enum'], random)
  const inside = (part: unknown) => valueOf(part as Schema, ids, random, root, depth + 1)
  switch (schema['type']) {
    case 'object': {
      const required = new Set(schema['required'] as string[] | undefined)
      const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)
      const made = properties.filter(([name]) => required.has(name) || random() < 0.4).map(([name, part]) => [name, inside(part)])
      const more = schema['additionalProperties']
      if (typeof more === 'object' && more !== null) for (let i = Math.floor(random() * 3); i > 0; i--) made.push([pick(TEXTS, random).slice(0, 20), inside(more)])
      return Object.fromEntries(made)
    }
    case 'array': {
      const least = Number(schema['minItems'] ?? 0)
      return Array.from({ length: Math.max(least, Math.floor(random() * 4)) }, () => inside(schema['items'] ?? {}))
    }
    case 'string': return textOf(schema, ids, random)
    case 'integer': case 'number': {
      const [least, most] = [Number(schema['minimum'] ?? -5), Number(schema['maximum'] ?? 5)]
      return random() < 0.9 ? Math.round(least + random() * Math.min(most - least, 10)) : pick(NUMBERS, random)
    }
    case 'boolean': return random() < 0.5
    case 'null': return null
    default: return pick(TEXTS, random)
  }
}

function textOf(schema: Schema, ids: readonly string[], random: Random): string {
  if (schema['format'] === 'base64' || schema['contentEncoding'] === 'base64') return Buffer.from(pick(TEXTS, random).repeat(3)).toString('base64')
  if ('pattern' in schema && random() < 0.8) return pick(ids, random)
  return pick(TEXTS, random).slice(0, Number(schema['maxLength'] ?? 5000))
}

/** The same value, broken in one to three places. */
export function broken(value: unknown, random: Random): unknown {
  let result = value
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) result = brokenOnce(result, random)
  return result
}

function brokenOnce(value: unknown, random: Random): unknown {
  const goesIn = random() < 0.75
  if (Array.isArray(value) && value.length > 0 && goesIn) {
    const at = Math.floor(random() * value.length)
    if (random() < 0.1) return value.flatMap((one) => Array.from({ length: 50 }, () => one as unknown))
    return value.map((one, index) => (index === at ? brokenOnce(one, random) : one as unknown))
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0 && goesIn) {
    const key = pick(Object.keys(value), random)
    const whole = value as Record<string, unknown>
    const how = random()
    if (how < 0.1) return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key))
    if (how < 0.2) return { ...whole, [pick(TEXTS, random)]: pick(TEXTS, random) }
    return { ...whole, [key]: brokenOnce(whole[key], random) }
  }
  return pick<() => unknown>([
    () => null, () => undefined, () => [], () => ({}), () => true, () => pick(NUMBERS, random), () => pick(TEXTS, random), () => [value], () => ({ a: value }),
    () => (typeof value === 'string' ? value.repeat(100) : value), () => Array.from({ length: 3000 }, () => 'a'),
    () => (JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}') as unknown),
  ], random)()
}
