import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { AppStack } from '../stacks/app.ts'
import { DataStack } from '../stacks/data.ts'
import { EdgeStack } from '../stacks/edge.ts'

const app = new App({
  outdir: process.env.CDK_OUTDIR ?? 'cdk.out',
  context: {
    'aws-cdk:enableDiffNoFail': true,
    '@aws-cdk/core:checkSecretUsage': true,
    '@aws-cdk/core:validateAgainstDefaultRules': true,
    '@aws-cdk/core:annotationsInValidationReport': true,
    '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  },
  analyticsReporting: false,
})
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
const data = new DataStack(app, 'PactdeskData', {})
const service = new AppStack(app, 'PactdeskApp', { table: data.table, files: data.files })
new EdgeStack(app, 'PactdeskEdge', { api: service.api })
app.synth()
