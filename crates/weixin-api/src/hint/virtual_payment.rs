//! Virtual payment (虚拟支付). Its signatures are what programs fail at, so the hints say what is signed.

use super::Row;

/// Errors of `wx.requestVirtualPayment` on the phone. Charges of subscriptions fail with them, too.
pub(super) const ON_THE_PHONE: &[Row] = &[
    (
        -15027,
        -15027,
        "virtual payment: the amount of a charge is at least 100 fen, at most the price of the goods and 500,000 fen, and the one that was announced",
        "虚拟支付：扣款金额须为 100 分至道具价格（不超过 5000 元），且与预扣费通知一致",
    ),
    (
        -15026,
        -15026,
        "virtual payment: charge within 12 hours of signing, or on the second day after the announcement between 07:10 and 21:50 in Beijing",
        "虚拟支付：扣款须在签约后 12 小时内，或在预扣费通知的第二天（T-2 发通知、T 日扣款）北京时间 07:10–21:50 进行",
    ),
    (
        -15025,
        -15025,
        "virtual payment: announce the charge two days before (send_subscribe_pre_payment), and charge only once",
        "虚拟支付：缺少预扣费通知（send_subscribe_pre_payment，提前两天），或重复下单",
    ),
    (
        -15021,
        -15020,
        "virtual payment: too many payments; try again later",
        "虚拟支付：操作过快或被限频，请稍后再试",
    ),
    (
        -15019,
        -15017,
        "virtual payment: the merchant is restricted, or the coins or goods were rejected; query_punishment_reasons says why",
        "虚拟支付：商户收款受限，或代币、道具审核不通过；可用 query_punishment_reasons 查询原因",
    ),
    (
        -15016,
        -15016,
        "virtual payment: signData must be JSON as a text, with the documented fields; offerId is a text of digits",
        "虚拟支付：signData 须为 JSON 字符串且字段符合文档，offerId 为数字字符串",
    ),
    (
        -15014,
        -15014,
        "virtual payment: coins and goods can be bought some ten minutes after they were published",
        "虚拟支付：道具、代币发布约 10 分钟后生效",
    ),
    (
        -15013,
        -15013,
        "virtual payment: goodsPrice must be the published price of one piece, in fen",
        "虚拟支付：goodsPrice 须与已发布的道具单价（分）一致",
    ),
    (
        -15012,
        -15012,
        "virtual payment: the platform has closed the order; use a new outTradeNo",
        "虚拟支付：订单已关闭，请更换 outTradeNo 重试",
    ),
    (
        -15011,
        -15011,
        "virtual payment: a published Mini Program can only use env 0 and the live AppKey; the sandbox is for development versions",
        "虚拟支付：现网版本的 env 只能为 0 并使用现网 AppKey，沙箱仅用于开发版、体验版",
    ),
    (
        -15010,
        -15010,
        "virtual payment: publish the goods for this env first",
        "虚拟支付：道具未在该环境发布",
    ),
    (-15009, -15009, "virtual payment: publish the coins first", "虚拟支付：代币未发布"),
    (
        -15008,
        -15008,
        "virtual payment: complete the registration of the merchant in the console",
        "虚拟支付：二级商户进件未完成",
    ),
    (
        -15007,
        -15007,
        "virtual payment: the session key has expired; let the user log in again and sign again",
        "虚拟支付：session_key 已过期，请重新登录并重新签名",
    ),
    (
        -15006,
        -15006,
        "virtual payment: paySig is HMAC-SHA256 over requestVirtualPayment&signData with the AppKey of this env; the usual cause is the AppKey of the other env, or a signData that was written again after signing",
        "虚拟支付：paySig = HMAC-SHA256(该 env 的 AppKey, requestVirtualPayment&signData)；常见原因：用了另一环境的 AppKey，或签名后重新序列化了 signData",
    ),
    (
        -15005,
        -15005,
        "virtual payment: signature is HMAC-SHA256 over signData alone with the session key as text, not decoded; the usual cause is an old session key, because the user has logged in again, or a signData that was written again after signing",
        "虚拟支付：signature = HMAC-SHA256(session_key 原文（不解码 Base64）, signData)；常见原因：用户重新登录后仍用旧的 session_key，或签名后重新序列化了 signData",
    ),
    (
        -15004,
        -15004,
        "virtual payment: currencyType must be CNY",
        "虚拟支付：currencyType 只能为 CNY",
    ),
    (
        -15003,
        -15003,
        "virtual payment: an error inside the platform; try again",
        "虚拟支付：系统错误，请重试",
    ),
    (
        -15002,
        -15002,
        "virtual payment: this outTradeNo was used before; use a new one",
        "虚拟支付：outTradeNo 重复使用，请更换新单号",
    ),
    (
        -15001,
        -15001,
        "virtual payment: a parameter is wrong; the message says which",
        "虚拟支付：参数错误，具体见 err_msg",
    ),
];

/// Errors of calls.
pub(super) const CALLS: &[Row] = &[
    (
        268_490_001,
        268_490_001,
        "virtual payment: the openid is missing, or belongs to another account",
        "虚拟支付：缺少 openid，或 openid 不属于该小程序",
    ),
    (
        268_490_002,
        268_490_002,
        "virtual payment: a field is wrong; the message says which",
        "虚拟支付：请求字段错误，具体见 errmsg",
    ),
    (
        268_490_003,
        268_490_003,
        "virtual payment: pay_sig is HMAC-SHA256 over path&body with the AppKey of the body's env, signature is HMAC-SHA256 over the body with the session key as text; the usual cause is the AppKey of the other env, a body that was written again after signing, a path with its query, or an old session key",
        "虚拟支付：pay_sig = HMAC-SHA256(env 对应的 AppKey, 路径&请求体)，signature = HMAC-SHA256(session_key 原文, 请求体)；常见原因：用了另一环境的 AppKey、签名后重新序列化请求体、路径带了 query、session_key 已更新",
    ),
    (
        268_490_004,
        268_490_004,
        "virtual payment: this was done before under the same number, with success",
        "虚拟支付：重复操作，同一单号之前已成功",
    ),
    (
        268_490_005,
        268_490_005,
        "virtual payment: cancel_currency_pay has already refunded the order",
        "虚拟支付：订单已通过 cancel_currency_pay 退款",
    ),
    (
        268_490_006,
        268_490_006,
        "virtual payment: the user has too few coins, or fewer coins are left to return",
        "虚拟支付：代币余额或可退数量不足",
    ),
    (
        268_490_007,
        268_490_007,
        "virtual payment: the platform does not allow the name or picture",
        "虚拟支付：图片或文字含有敏感内容",
    ),
    (
        268_490_008,
        268_490_008,
        "virtual payment: publish the coins in the console first",
        "虚拟支付：代币未发布",
    ),
    (
        268_490_009,
        268_490_009,
        "virtual payment: the user has no valid session key; let the user log in again",
        "虚拟支付：session_key 不存在或已过期，请用户重新登录",
    ),
    (
        268_490_011,
        268_490_011,
        "virtual payment: the file is being made; call again later",
        "虚拟支付：数据生成中，请稍后再次调用",
    ),
    (
        268_490_012,
        268_490_012,
        "virtual payment: a task is running; wait until it has ended",
        "虚拟支付：批量任务运行中，请等待完成",
    ),
    (
        268_490_013,
        268_490_013,
        "virtual payment: an order that was written off cannot be refunded",
        "虚拟支付：核销状态的订单不能退款",
    ),
    (
        268_490_014,
        268_490_014,
        "virtual payment: a refund is under way; repeat the call later with the same values",
        "虚拟支付：退款进行中，稍后用相同参数重试",
    ),
    (
        268_490_015,
        268_490_015,
        "virtual payment: too many calls; try again later",
        "虚拟支付：频率限制，稍后再试",
    ),
    (
        268_490_016,
        268_490_016,
        "virtual payment: left_fee must be the one that query_order returns now",
        "虚拟支付：left_fee 须与 query_order 返回的一致",
    ),
    (
        268_490_018,
        268_490_024,
        "virtual payment: check the ad account, its organization and industry, and the ad money that is left",
        "虚拟支付：检查广告金充值账户、主体、行业及广告金余额",
    ),
    (
        674_690_001,
        674_690_001,
        "virtual payment: the goods are not a subscription, or the amount is not allowed",
        "虚拟支付：道具不是订阅类型，或扣款金额不合法",
    ),
    (
        690_000_000,
        690_000_000,
        "virtual payment: the user has not subscribed, or has ended the contract",
        "虚拟支付：用户未签约或已解约",
    ),
    (
        690_000_001,
        690_000_001,
        "virtual payment: a charge can be announced between 07:10 and 21:50 in Beijing: from three days before the period ends, or eight days after an announcement without a successful charge",
        "虚拟支付：预扣费通知须在北京时间 07:10–21:50，且在周期到期前 3 天之后，或上次未成功扣款的通知 8 天之后",
    ),
];
