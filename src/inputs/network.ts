import { type ProxySettings, routeTo } from '../network/proxy.ts';

type Environment = Record<string, string | undefined>;

/**
 * Says why a host that the run calls cannot be reached through the proxy that is set for it.
 *
 * @returns one message for each problem
 */
export function findProxyProblems(hosts: readonly URL[], proxies: ProxySettings): readonly string[] {
  const problems = hosts
    .map((url) => routeTo(url, proxies))
    .flatMap((route) => ('problem' in route ? route.problem : []));
  return [...new Set(problems)];
}

/** GitHub's API, on github.com or a server of one's own. */
export function gitHubApi(env: Environment): URL {
  const text = env['GITHUB_API_URL'] ?? '';
  return new URL(URL.canParse(text) ? text : 'https://api.github.com');
}

/**
 * Removes from the environment the switch that makes Node accept any certificate, so that Node does not claim that it
 * has an effect.
 *
 * @returns a warning if it was on
 */
export function takeCertificateSwitch(env: Environment): string | undefined {
  const isOn = env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0';
  delete env['NODE_TLS_REJECT_UNAUTHORIZED'];
  return isOn
    ? 'NODE_TLS_REJECT_UNAUTHORIZED=0 has no effect: certificates are always checked. To trust your own ' +
        'certificate authority, set NODE_EXTRA_CA_CERTS to its file.'
    : undefined;
}
