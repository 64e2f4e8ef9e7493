import { HostFault } from '../fault.ts'
import type { Assembly, Json, Resource, Stack } from './assembly.ts'
import { attributeValue, physicalName, pseudo, refValue } from './names.ts'

/** A resource with the stack it stands in: names in it are resolved there. */
export type Placed = { stack: Stack; id: string; resource: Resource }

/**
 * Resolves CloudFormation intrinsics when a value is asked for, so that what local mode never uses (custom resources, CDN,
 * alarms) needs no support. An intrinsic or attribute it does not know is a `HostFault` naming the place.
 */
export class Resolver {
  readonly assembly: Assembly
  readonly #exports: Map<string, { stack: Stack; value: Json }>

  constructor(assembly: Assembly) {
    this.assembly = assembly
    this.#exports = new Map()
    for (const stack of assembly.stacks) {
      for (const output of Object.values(stack.outputs)) {
        if (output.Export) this.#exports.set(String(this.value(stack, output.Export.Name)), { stack, value: output.Value })
      }
    }
  }

  /** All resources of one type whose condition holds, over all stacks. */
  ofType(type: string): Placed[] {
    return this.assembly.stacks.flatMap(stack =>
      Object.entries(stack.resources)
        .filter(([, resource]) => resource.Type === type)
        .filter(([, { Condition }]) => Condition === undefined || this.#condition(stack, Condition))
        .map(([id, resource]) => ({ stack, id, resource })),
    )
  }

  name({ stack, id, resource }: Placed): string {
    return physicalName(id, resource, value => this.value(stack, value))
  }

  arn(placed: Placed): string {
    return attributeValue(placed.resource, this.name(placed), 'Arn')
  }

  /** A property, resolved; undefined when the template does not set it. */
  property({ stack, id, resource }: Placed, name: string): Json | undefined {
    const value = resource.Properties?.[name]
    if (value === undefined) return undefined
    try {
      const resolved = this.value(stack, value)
      return resolved === noValue ? undefined : resolved
    } catch (error) {
      if (error instanceof HostFault) throw new HostFault(`${stack.name}/${id}.${name}: ${error.message}`)
      throw error
    }
  }

  value(stack: Stack, node: Json): Json {
    if (Array.isArray(node)) return node.map(item => this.value(stack, item)).filter(item => item !== noValue)
    if (typeof node !== 'object' || node === null) return node
    const [[key, argument] = ['', null], ...more] = Object.entries(node)
    if (more.length === 0 && (key === 'Ref' || key === 'Condition' || key.startsWith('Fn::'))) {
      if (key !== 'Condition' || typeof argument === 'string') return this.#intrinsic(stack, key, argument)
    }
    const resolved = Object.entries(node).map(([name, item]) => [name, this.value(stack, item)] as const)
    return Object.fromEntries(resolved.filter(([, item]) => item !== noValue))
  }

  #intrinsic(stack: Stack, key: string, argument: Json): Json {
    const args = () => this.value(stack, argument) as Json[]
    switch (key) {
      case 'Ref':
        return this.#ref(stack, String(argument))
      case 'Fn::GetAtt': {
        const [id, ...attribute] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.')
        return this.#attribute(stack, id!, attribute.join('.'))
      }
      case 'Fn::Sub':
        return this.#sub(stack, argument)
      case 'Fn::Join': {
        const [separator, parts] = args() as [string, string[]]
        return parts.join(separator)
      }
      case 'Fn::Select': {
        const [index, list] = args() as [string | number, Json[]]
        const chosen = list[Number(index)]
        if (chosen === undefined) throw new HostFault(`Fn::Select: no element ${index} of ${list.length}`)
        return chosen
      }
      case 'Fn::Split': {
        const [separator, text] = args() as [string, string]
        return text.split(separator)
      }
      case 'Fn::ImportValue':
        return this.#import(String(this.value(stack, argument)))
      case 'Fn::FindInMap': {
        const [map, first, second] = args().map(String)
        const found = stack.mappings[map!]?.[first!]?.[second!]
        if (found === undefined) throw new HostFault(`Fn::FindInMap: ${map}.${first}.${second} is not in the template`)
        return this.value(stack, found)
      }
      case 'Fn::If': {
        const [condition, whenTrue, whenFalse] = argument as [string, Json, Json]
        return this.value(stack, this.#condition(stack, condition) ? whenTrue : whenFalse)
      }
      case 'Fn::GetAZs':
        return ['a', 'b', 'c'].map(zone => `${pseudo['AWS::Region']}${zone}`)
      case 'Fn::Base64':
        return Buffer.from(String(args())).toString('base64')
      case 'Condition':
        return this.#condition(stack, String(argument))
      default:
        return this.#logic(stack, key, argument as Json[])
    }
  }

  #logic(stack: Stack, key: string, operands: Json[]): boolean {
    const holds = (operand: Json) => this.value(stack, operand) === true
    if (key === 'Fn::Equals') return String(this.value(stack, operands[0]!)) === String(this.value(stack, operands[1]!))
    if (key === 'Fn::Not') return !holds(operands[0]!)
    if (key === 'Fn::And') return operands.every(holds)
    if (key === 'Fn::Or') return operands.some(holds)
    throw new HostFault(`intrinsic ${key} is not known to local mode`)
  }

  #condition(stack: Stack, name: string): boolean {
    const condition = stack.conditions[name]
    if (condition === undefined) throw new HostFault(`condition ${name} is not in stack ${stack.name}`)
    return this.value(stack, condition) === true
  }

  #ref(stack: Stack, id: string): Json {
    if (id === 'AWS::NoValue') return noValue
    if (id === 'AWS::StackName') return stack.name
    if (id === 'AWS::StackId')
      return `arn:aws:cloudformation:${pseudo['AWS::Region']}:${pseudo['AWS::AccountId']}:stack/${stack.name}/local`
    if (pseudo[id] !== undefined) return pseudo[id]
    const parameter = stack.parameters[id]
    if (parameter) {
      if (parameter.Default === undefined) throw new HostFault(`parameter ${id} of ${stack.name} has no default`)
      return parameter.Default
    }
    const resource = this.#resource(stack, id)
    return refValue(resource, this.name({ stack, id, resource }))
  }

  #attribute(stack: Stack, id: string, attribute: string): Json {
    const resource = this.#resource(stack, id)
    return attributeValue(resource, this.name({ stack, id, resource }), attribute)
  }

  #resource(stack: Stack, id: string): Resource {
    const resource = stack.resources[id]
    if (!resource) throw new HostFault(`${id} is not a resource of stack ${stack.name}`)
    return resource
  }

  #import(name: string): Json {
    const found = this.#exports.get(name)
    if (!found) throw new HostFault(`Fn::ImportValue: no stack exports ${name}`)
    return this.value(found.stack, found.value)
  }

  #sub(stack: Stack, argument: Json): string {
    const [text, variables] = (Array.isArray(argument) ? argument : [argument, {}]) as [string, Record<string, Json>]
    return text.replace(/\$\{([^}]+)\}/g, (whole, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`
      if (variables[name] !== undefined) return String(this.value(stack, variables[name]))
      if (/^aws:|^[a-z]+:/.test(name)) return whole
      const [id, ...attribute] = name.split('.')
      return String(attribute.length > 0 ? this.#attribute(stack, id!, attribute.join('.')) : this.#ref(stack, name))
    })
  }
}

/** Stands for `AWS::NoValue` while a tree is resolved; never handed out. */
const noValue = '\u0000AWS::NoValue'
