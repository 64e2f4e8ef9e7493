import { join } from 'node:path'
import { Duration } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { FunctionSpec } from '../catalogue.ts'

/** A function with its own role, which holds no right but its log group; everything else is added by name. */
export function serviceFunction(scope: Construct, spec: FunctionSpec, environment: Record<string, string>): LambdaFunction {
  const logGroup = new LogGroup(scope, `${spec.name}Logs`, { retention: RetentionDays.ONE_YEAR })
  const role = new Role(scope, `${spec.name}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      logs: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }),
        ],
      }),
    },
  })
  return new LambdaFunction(scope, `${spec.name}Function`, {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(join(import.meta.dirname, '..', '..', 'dist', 'functions', spec.bundle)),
    role,
    logGroup,
    timeout: Duration.seconds(spec.timeoutSeconds),
    memorySize: spec.memoryMiB,
    environment: { NODE_OPTIONS: '--enable-source-maps', ...environment },
  })
}
