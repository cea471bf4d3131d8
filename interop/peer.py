"""Runs wechatpy operations, one per line.

Reads one JSON object per line on stdin and writes one per line on stdout: ``{"ok": result}``, or
``{"error": {"name", "code", "message"}}`` with the exception that wechatpy raised and its -4000x
code, if it has one. Ends when stdin does. ``README.md`` lists the operations.

Everything about the protocol is done by wechatpy; this file only passes values.
"""

import ast
import base64
import inspect
import json
import sys
from datetime import datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from urllib.parse import urlsplit

import requests
import wechatpy.client
import wechatpy.crypto
import wechatpy.oauth
import wechatpy.replies
import wechatpy.utils
import wechatpy.work.client
import wechatpy.work.crypto
import wechatpy.work.parser
import wechatpy.work.replies
import xmltodict


def crypto(request):
    """The message crypto for the account in the request. A Mini Program has that of an Official
    Account."""
    account = request["account"]
    module = wechatpy.work.crypto if account["product"] == "work" else wechatpy.crypto
    return module.WeChatCrypto(account["token"], account["aes_key"], account["id"])


def hello(_request):
    return {"wechatpy": version("wechatpy"), "python": python_version()}


def sign(request):
    """SHA-1 over the sorted values: a callback's signature, and with a delimiter a ticket's."""
    signer = wechatpy.utils.WeChatSigner(request.get("delimiter", ""))
    signer.add_data(*request["values"])
    return signer.signature


def check_signature(request):
    wechatpy.utils.check_signature(
        request["token"], request["signature"], request["timestamp"], request["nonce"]
    )
    return True


def verify_url(request):
    """Decrypts WeCom's echostr and returns what the URL has to answer."""
    return crypto(request).check_signature(
        request["msg_signature"], request["timestamp"], request["nonce"], request["echostr"]
    )


def decrypt(request):
    """Decrypts an envelope (XML as text, JSON as an object) and returns its message."""
    return crypto(request).decrypt_message(
        request["body"], request["msg_signature"], request["timestamp"], request["nonce"]
    )


def encrypt_reply(request):
    """The XML body of the response of a wechatpy bot."""
    return crypto(request).encrypt_message(
        request["reply"], request["nonce"], request["timestamp"]
    )


def seal_push(request):
    """A push as the platform sends it. wechatpy only writes replies, but their ciphertext and
    signature are the same as of a push, so they are moved into the envelope of a push."""
    answer = xmltodict.parse(encrypt_reply({**request, "reply": request["plain"]}))["xml"]
    envelope = {"ToUserName": request["to"]}
    if "agent_id" in request:
        envelope["AgentID"] = request["agent_id"]
    envelope["Encrypt"] = answer["Encrypt"]
    values = [request["account"]["token"], request["timestamp"], request["nonce"]]
    return {
        "xml": xmltodict.unparse({"xml": envelope}, full_document=False),
        "json": json.dumps(envelope),
        "encrypt": answer["Encrypt"],
        "msg_signature": answer["MsgSignature"],
        "signature": sign({"values": values}),
    }


def parse(request):
    """The typed message that wechatpy parses from a decrypted push. Its XML parser trims text."""
    module = wechatpy.work.parser if request["product"] == "work" else wechatpy.parser
    return described(module.parse_message(request["xml"]))


def render(request):
    """The XML of a reply: ``reply`` has its type and fields, ``message`` is the push."""
    work = request["product"] == "work"
    fields = dict(request["reply"])
    kind = fields.pop("type")
    types = (wechatpy.work.replies if work else wechatpy.replies).REPLY_TYPES
    if "message" in request:
        module = wechatpy.work.parser if work else wechatpy.parser
        fields["message"] = module.parse_message(request["message"])
    return types[kind](**fields).render()


def read_reply(request):
    """The fields that wechatpy parses from one of our passive replies."""
    return described(wechatpy.replies.deserialize_reply(request["xml"]))


def call(request):
    """A call of the platform's API, such as ``menu.create``. Files are passed as objects with a
    ``name`` or ``type`` and their ``base64``; paged results are returned as one list."""
    Emulated.base, Emulated.proxy = request["base"], request.get("way") == "proxy"
    made = client(request["product"], request["id"], request["secret"], request["base"])
    group, method = request["method"].split(".")
    arguments = [file_from(argument) for argument in request.get("args", [])]
    result = getattr(getattr(made, group), method)(*arguments)
    if inspect.isgenerator(result):
        return list(result)
    if isinstance(result, requests.Response):
        result.raise_for_status()
        content = base64.b64encode(result.content).decode()
        return {"type": result.headers.get("Content-Type"), "base64": content}
    return result


def oauth(request):
    """A step of the web page authorization: a method of wechatpy's ``WeChatOAuth``, or one of its
    properties, which is the URL to redirect to."""
    Emulated.base, Emulated.proxy = request["base"], request.get("way") == "proxy"
    flow = wechatpy.oauth.WeChatOAuth(
        request["id"],
        request["secret"],
        request["redirect"],
        scope=request.get("scope", "snsapi_base"),
        state=request.get("state", ""),
    )
    step = getattr(flow, request["step"])
    return step(*request.get("args", [])) if callable(step) else step


#: The folders of wechatpy's API groups, and where their relative addresses begin.
GROUPS = {
    "official": ("client/api", "https://api.weixin.qq.com/cgi-bin/"),
    "work": ("work/client/api", "https://qyapi.weixin.qq.com/cgi-bin/"),
}


def endpoints(_request):
    """Method and URL of every call in the source of wechatpy's API groups."""
    found = set()
    for product, (folder, base) in GROUPS.items():
        for file in (Path(wechatpy.__file__).parent / folder).rglob("*.py"):
            for group in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(group, ast.ClassDef):
                    found.update((product, *call) for call in calls_of(group, base))
    return sorted(found)


def calls_of(group, base):
    """The calls of one group: ``self._get("a/b")``, or with a variable that is given a text before."""
    texts = {}
    for node in ast.walk(group):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            if isinstance(node.value, ast.Constant):
                texts.setdefault(node.targets[0].id, set()).add(node.value.value)
    base = next(iter(texts.get("API_BASE_URL", {base})))
    for node in ast.walk(group):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        method, urls = node.func.attr, set()
        if method not in ("_get", "_post"):
            continue
        given = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "url")]
        for url in given:
            if isinstance(url, ast.Constant):
                urls.add(url.value)
            elif isinstance(url, ast.Name):
                urls.update(texts.get(url.id, ()))
        for url in urls:
            absolute = url if url.startswith("http") else base + url
            yield method[1:].upper(), absolute


@cache
def client(product, account, secret, _base):
    """The wechatpy client, one per account and emulator. It caches its token."""
    module = wechatpy.work.client if product == "work" else wechatpy.client
    return module.WeChatClient(account, secret, timeout=30)


class Emulated(requests.Session):
    """A session that sends requests for the platform's hosts to the emulator. wechatpy has the host
    names in many places, so this class replaces every session."""

    base = None
    proxy = False

    def request(self, method, url, **kwargs):
        platform = urlsplit(url)
        if not platform.hostname.endswith(".qq.com"):
            raise ValueError(f"{platform.hostname} is not the platform")
        if Emulated.proxy:
            # As an HTTP proxy, which is asked for plain addresses.
            kwargs["proxies"] = {"http": Emulated.base}
            url = platform._replace(scheme="http").geturl()
        else:
            url = f"{Emulated.base}/@{platform.hostname}{platform._replace(scheme='', netloc='').geturl()}"
        return super().request(method, url, **kwargs)


requests.Session = requests.sessions.Session = Emulated


def file_from(argument):
    if isinstance(argument, dict) and "base64" in argument:
        return argument["name"], base64.b64decode(argument["base64"])
    return argument


def described(message):
    # The empty reply has the fields of the others, but no values to read.
    names = message._fields if hasattr(message, "_data") else ()
    values = {name: getattr(message, name) for name in names}
    return {
        "class": type(message).__name__,
        "type": message.type,
        "event": getattr(message, "event", None),
        "fields": values,
    }


def plain(value):
    """JSON for the one field type that has none."""
    if isinstance(value, datetime):
        return int(value.timestamp())
    raise TypeError(f"{type(value).__name__} in an answer")


OPERATIONS = {
    operation.__name__: operation
    for operation in (
        hello,
        sign,
        check_signature,
        verify_url,
        decrypt,
        encrypt_reply,
        seal_push,
        parse,
        render,
        read_reply,
        call,
        oauth,
        endpoints,
    )
}


def answer(line):
    try:
        request = json.loads(line)
        return {"ok": OPERATIONS[request["op"]](request)}
    except Exception as error:  # the caller decides which ones it expected
        return {
            "error": {
                "name": type(error).__name__,
                "code": getattr(error, "errcode", None),
                "message": str(error),
            }
        }


def main():
    sys.stdin.reconfigure(encoding="utf-8")
    for line in sys.stdin:
        print(json.dumps(answer(line), default=plain), flush=True)


if __name__ == "__main__":
    main()
