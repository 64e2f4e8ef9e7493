import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { parameterSchema } from './data.ts'
import { StripeFailure } from './failure.ts'
import type { FormObject } from './form.ts'
import { smallSchemas } from './listSchemas.ts'

/** Parameters with numbers and booleans where the schema has them. */
export type Parameters = Record<string, unknown>

// Forms carry strings alone: "12" and "true" become what the schema says, "abc" for a number is an error.
const ajv = new Ajv({ strict: false, coerceTypes: true, verbose: true })
const compiled = new Map<string, ValidateFunction>()

function validatorOf(name: string): ValidateFunction {
  let validator = compiled.get(name)
  if (!validator) {
    validator = ajv.compile((smallSchemas as Record<string, object>)[name] ?? parameterSchema(name))
    compiled.set(name, validator)
  }
  return validator
}

/** `/line_items/0/price_data` as Stripe writes it: `line_items[0][price_data]`. */
const paramName = (pointer: string, leaf?: string): string => {
  const [head = '', ...rest] = [...pointer.split('/').slice(1), ...(leaf === undefined ? [] : [leaf])]
  return head + rest.map(part => `[${part}]`).join('')
}

/** The most telling error: the deepest, an unknown or missing parameter before a wrong type. */
function worst(errors: ErrorObject[]): ErrorObject {
  const weight = ({ keyword, instancePath }: ErrorObject) =>
    instancePath.split('/').length * 10 +
    (keyword === 'additionalProperties' ? 2 : keyword === 'required' ? 1 : keyword === 'anyOf' ? -1 : 0)
  return errors.reduce((a, b) => (weight(b) > weight(a) ? b : a))
}

function failureOf(error: ErrorObject): StripeFailure {
  const { keyword, instancePath, params, data } = error
  if (keyword === 'additionalProperties') {
    const param = paramName(instancePath, String(params.additionalProperty))
    return new StripeFailure(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param })
  }
  if (keyword === 'required') {
    const param = paramName(instancePath, String(params.missingProperty))
    return new StripeFailure(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  }
  const param = paramName(instancePath)
  const shown = typeof data === 'string' ? data : JSON.stringify(data)
  if (keyword === 'type' && params.type === 'number') {
    return new StripeFailure(`Invalid integer: ${shown}`, { code: 'parameter_invalid_integer', param })
  }
  const wanted = keyword === 'type' ? String(params.type) : 'value'
  return new StripeFailure(`Invalid ${wanted}: ${shown}`, { param })
}

/** Whole numbers are all that Stripe takes; the generated schemas only say "number". */
function checkWhole(value: unknown, pointer = ''): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new StripeFailure(`Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param: paramName(pointer) })
  }
  if (typeof value === 'object' && value !== null)
    for (const [name, child] of Object.entries(value)) checkWhole(child, `${pointer}/${name}`)
}

/** Limits of metadata: 50 keys of at most 40 characters, values of at most 500. */
function checkMetadata(metadata: unknown, param: string): void {
  if (typeof metadata !== 'object' || metadata === null) return
  const entries = Object.entries(metadata)
  if (entries.length > 50) throw new StripeFailure('Metadata can have up to 50 keys', { param })
  for (const [name, value] of entries) {
    if (name.length > 40)
      throw new StripeFailure(`Metadata keys can have up to 40 characters: ${name}`, { param: `${param}[${name}]` })
    if (String(value).length > 500)
      throw new StripeFailure('Metadata values can have up to 500 characters', { param: `${param}[${name}]` })
  }
}

/** Checks parameters against their schema and Stripe's general limits, and gives them their types. Throws `StripeFailure` (400). */
export function checkParameters(schema: string, form: FormObject): Parameters {
  const parameters: Parameters = structuredClone(form)
  const validate = validatorOf(schema)
  if (!validate(parameters)) throw failureOf(worst(validate.errors!))
  checkWhole(parameters)
  checkMetadata(parameters.metadata, 'metadata')
  const intent = parameters.payment_intent_data as { metadata?: unknown } | undefined
  checkMetadata(intent?.metadata, 'payment_intent_data[metadata]')
  return parameters
}
