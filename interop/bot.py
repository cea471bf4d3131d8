"""A small bot on wechatpy and the standard library, in safe mode.

It echoes text and images, answers menu clicks and welcomes new followers. Configuration comes
from the environment: WEIXIN_TOKEN, WEIXIN_AES_KEY, WEIXIN_APP_ID (of WeCom: the CorpID),
WEIXIN_KIND (``official``, the default, or ``work``) and PORT (0, the default, takes a free one).
The first line on stdout is the URL the bot listens on.
"""

import os
import sys
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

import wechatpy
import wechatpy.crypto
import wechatpy.replies
import wechatpy.work
import wechatpy.work.crypto
import wechatpy.work.replies
from wechatpy.utils import check_signature


def reply_to(message, replies):
    """The reply object, or None to say nothing."""
    if message.type == "text":
        return replies.TextReply(message=message, content=message.content)
    if message.type == "image":
        return replies.ImageReply(message=message, media_id=message.media_id)
    if message.type != "event":
        return None
    if message.event in ("subscribe", "subscribe_scan"):
        return replies.TextReply(message=message, content="Welcome!")
    if message.event == "click":
        return replies.TextReply(message=message, content=f"You tapped {message.key}")
    return None


class Official:
    def __init__(self, token, aes_key, app_id):
        self.token = token
        self.crypto = wechatpy.crypto.WeChatCrypto(token, aes_key, app_id)

    def verify(self, query):
        check_signature(self.token, query["signature"], query["timestamp"], query["nonce"])
        return query["echostr"]

    def answer(self, query, body):
        message = wechatpy.parse_message(decrypted(self.crypto, query, body))
        return encrypted(self.crypto, query, reply_to(message, wechatpy.replies))


class Work:
    def __init__(self, token, aes_key, corp_id):
        self.crypto = wechatpy.work.crypto.WeChatCrypto(token, aes_key, corp_id)

    def verify(self, query):
        return self.crypto.check_signature(
            query["msg_signature"], query["timestamp"], query["nonce"], query["echostr"]
        )

    def answer(self, query, body):
        message = wechatpy.work.parse_message(decrypted(self.crypto, query, body))
        return encrypted(self.crypto, query, reply_to(message, wechatpy.work.replies))


def decrypted(crypto, query, body):
    # A plain push has no msg_signature: a KeyError, and so a rejection.
    return crypto.decrypt_message(body, query["msg_signature"], query["timestamp"], query["nonce"])


def encrypted(crypto, query, reply):
    if reply is None:
        return ""
    return crypto.encrypt_message(reply.render(), query["nonce"], query["timestamp"])


class Callback(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    bot = None

    def do_GET(self):
        self.respond(lambda query: self.bot.verify(query), "text/plain; charset=utf-8")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.respond(lambda query: self.bot.answer(query, body), "application/xml; charset=utf-8")

    def respond(self, handle, content_type):
        query = dict(parse_qsl(urlsplit(self.path).query))
        try:
            status, answer = 200, handle(query)
        except Exception as error:  # whatever a body that is not from the platform runs into
            status, answer = 403, ""
            print(f"rejected: {type(error).__name__}", file=sys.stderr, flush=True)
        answer = answer.encode()
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_args):
        """Silent: the request line holds signatures."""


def main():
    kind = {"official": Official, "work": Work}[os.environ.get("WEIXIN_KIND", "official")]
    Callback.bot = kind(
        os.environ["WEIXIN_TOKEN"], os.environ["WEIXIN_AES_KEY"], os.environ["WEIXIN_APP_ID"]
    )
    server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "0"))), Callback)
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    with suppress(KeyboardInterrupt):
        server.serve_forever()


if __name__ == "__main__":
    main()
