"""An echo with wechatpy, as its documentation shows it; the two web frameworks share it."""

import os

import wechatpy
import wechatpy.crypto
import wechatpy.replies
import wechatpy.work
import wechatpy.work.crypto
import wechatpy.work.replies
from wechatpy.utils import check_signature

TOKEN = os.environ["WEIXIN_TOKEN"]
KEY = os.environ.get("WEIXIN_ENCODING_AES_KEY")
APP_ID = os.environ["WEIXIN_APP_ID"]
WORK = os.environ["WEIXIN_KIND"] == "work"

if WORK:
    crypto = wechatpy.work.crypto.WeChatCrypto(TOKEN, KEY, APP_ID)
elif KEY:
    crypto = wechatpy.crypto.WeChatCrypto(TOKEN, KEY, APP_ID)
else:
    crypto = None

# The longest text that is echoed, in bytes.
MAX_ECHO = 2048


def echo(content):
    size = len(content.encode())
    return str(size) if size > MAX_ECHO else content


def answer(query, body):
    """The body that answers a push. Raises an exception if it is not from the platform."""
    timestamp, nonce = query["timestamp"], query["nonce"]
    if not WORK:
        check_signature(TOKEN, query["signature"], timestamp, nonce)
    if crypto:
        body = crypto.decrypt_message(body, query["msg_signature"], timestamp, nonce)
    product = wechatpy.work if WORK else wechatpy
    message = product.parse_message(body)
    if message.type != "text":
        return ""
    reply = product.replies.TextReply(message=message, content=echo(message.content)).render()
    return crypto.encrypt_message(reply, nonce, timestamp) if crypto else reply
