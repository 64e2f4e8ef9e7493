import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { AllowedMethods, CachePolicy, Distribution, OriginRequestPolicy, ViewerProtocolPolicy } from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { Construct } from 'constructs'
import { accept, noServerAccessLogs } from '../constructs/accept.ts'

type Props = StackProps & { api: HttpApi }

/** CloudFront: the web app and the API under one origin. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props)
    const web = new Bucket(this, 'Web', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    accept(web, noServerAccessLogs)
    const distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(web),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(Fn.select(2, Fn.split('/', props.api.apiEndpoint))),
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        },
      },
      errorResponses: [{ httpStatus: 403, responseHttpStatus: 200, responsePagePath: '/index.html' }],
    })
    accept(distribution, {
      CFR1: 'Providers and their clients work from wherever they are',
      CFR2: 'The API is throttled, and refuses whoever has no token; a firewall is for the stage to decide',
      CFR3: 'The API logs each request; what else is served is the same for everybody',
      CFR4: 'The lowest TLS version comes with the certificate of a domain of its own, which a stage brings',
    })
    const built = join(import.meta.dirname, '..', '..', 'packages', 'web', 'dist')
    if (existsSync(built))
      new BucketDeployment(this, 'WebDeployment', { sources: [Source.asset(built)], destinationBucket: web, distribution })
    this.#acceptDeployment(web)
  }

  /** The function that copies the built web app is the toolkit's own: its role, runtime and grants are not ours to write. */
  #acceptDeployment(web: Bucket): void {
    const own =
      "Part of the toolkit's BucketDeployment, which writes the web bucket while a stage is being deployed and never after"
    const actions = ['GetObject*', 'GetBucket*', 'List*', 'DeleteObject*', 'Abort*'].map(name => `IAM5[Action::s3:${name}]`)
    const resources = [
      '*',
      'arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*',
      `<${this.getLogicalId(web.node.defaultChild as CfnBucket)}.Arn>/*`,
    ].map(name => `IAM5[Resource::${name}]`)
    const managed = 'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]'
    accept(this, Object.fromEntries([...actions, ...resources, managed, 'L1'].map(rule => [rule, own])))
  }
}
