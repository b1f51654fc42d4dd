"""Makes the calls that it reads from standard input with Slack's client, and prints what the client read."""

import json
import sys

from slack_sdk import WebClient
from slack_sdk.audit_logs import AuditLogsClient
from slack_sdk.errors import SlackApiError
from slack_sdk.version import __version__


def call(base_url, token, method, arguments):
    if method == "audit_logs":
        audit = AuditLogsClient(token=token, base_url=base_url.replace("/api/", "/audit/v1/"))
        response = audit.logs(**arguments)
        # What the client reads into its own types, beside the raw body.
        details = [entry.details for entry in response.typed_body.entries]
        read = [{"succeeded": detail.succeeded_users, "failed": detail.failed_users} for detail in details]
        return {"code": "ok", "body": response.body, "read": read}
    try:
        response = getattr(WebClient(token=token, base_url=base_url), method)(**arguments)
        return {"code": "ok", "body": response.data, "scopes": response.headers.get("x-oauth-scopes")}
    except SlackApiError as error:
        response = error.response
        body = response.data if isinstance(response.data, dict) else {}
        return {
            "code": response["error"],
            "status": response.status_code,
            "retry_after": response.headers.get("Retry-After"),
            "body": body,
        }


def pages(base_url, token, method, arguments, key):
    """Follows the pages as the client does by itself."""
    items = []
    for page in getattr(WebClient(token=token, base_url=base_url), method)(**arguments):
        items.extend(page[key])
    return {"code": "ok", "items": items}


request = json.load(sys.stdin)
answers = []
for item in request["calls"]:
    if "pages" in item:
        answers.append(pages(request["url"], request["token"], item["method"], item["arguments"], item["pages"]))
    else:
        answers.append(call(request["url"], request["token"], item["method"], item["arguments"]))
print(json.dumps({"version": __version__, "answers": answers}))
