import type { Sessions } from '../guard/sessions.ts'
import type { FunctionModel } from '../template/functions.ts'
import { region } from '../template/names.ts'

/** Where the AWS-shaped parts of this host answer. */
export type Endpoints = { guard: string; bus: string; files: string; mail: string }

/**
 * Environment of a function: the template's own, then what the host adds for local mode, then region, endpoints and the
 * access key that stands for the function's role. Nothing of the host's own environment leaks in, save PATH, TZ and LANG.
 */
export function functionEnvironment(
  sessions: Sessions,
  endpoints: Endpoints,
  added: Record<string, string>,
): (model: FunctionModel) => Record<string, string> {
  const { PATH, TZ, LANG } = process.env
  return model => {
    const credentials = sessions.ofFunction(model)
    const { NODE_OPTIONS: _options, ...own } = model.environment
    return {
      ...(PATH && { PATH }),
      ...(TZ && { TZ }),
      ...(LANG && { LANG }),
      ...own,
      ...added,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_LAMBDA_FUNCTION_NAME: model.name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(model.memoryMb),
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: credentials.sessionToken,
      AWS_ENDPOINT_URL_STS: endpoints.guard,
      AWS_ENDPOINT_URL_DYNAMODB: endpoints.guard,
      AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.bus,
      AWS_ENDPOINT_URL_S3: endpoints.files,
      AWS_ENDPOINT_URL_SESV2: endpoints.mail,
    }
  }
}
