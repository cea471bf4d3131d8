"""wechatpy on Flask."""

from flask import Flask, Response, abort, request
from wechatpy.exceptions import WeChatException

from echo import answer

app = Flask(__name__)


@app.post("/callback")
def callback():
    try:
        body = answer(request.args, request.get_data())
    except (KeyError, WeChatException):
        abort(403)
    return Response(body, mimetype="text/xml")
