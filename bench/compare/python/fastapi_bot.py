"""wechatpy on FastAPI."""

from fastapi import FastAPI, Request, Response
from wechatpy.exceptions import WeChatException

from echo import answer

app = FastAPI()


@app.post("/callback")
async def callback(request: Request):
    try:
        body = answer(request.query_params, await request.body())
    except (KeyError, WeChatException):
        return Response(status_code=403)
    return Response(body, media_type="text/xml")
