//! Ids that several groups use. An id that only one group uses is declared in the module of that
//! group.

weixin_api::string_id! {
    /// A card (卡券, card_id): the coupon, ticket or membership card as a kind, of which every user
    /// has a copy with a code of its own.
    CardId
    /// A customer-service account (客服帐号, kf_account), as in `ann@shop`.
    KfAccount
    /// A published article or set of articles (article_id).
    ArticleId
    /// A message template (模板, template_id).
    TemplateId
    /// A store (门店, poi_id) as the calls about stores write it: digits in a text.
    StoreId
    /// A merchant at WeChat Pay (微信支付商户号, mch_id): digits in a text.
    MchId
    /// A merchant that an account makes cards for (子商户, merchant_id).
    SubMerchantId
    /// An order of gift cards (礼品卡订单, order_id).
    GiftCardOrderId
    /// A payment at WeChat Pay (微信支付交易订单号, transaction_id, trans_id).
    TransactionId
    /// A product of a shop of the account (商品, product_id).
    ProductId
}

weixin_api::integer_id! {
    /// A group of followers (分组, groupid). 0, 1 and 2 are the platform's own: no group (未分组),
    /// the blacklist (黑名单), starred followers (星标组).
    FollowerGroupId(u64)
    /// A tag of followers (用户标签, tagid).
    TagId(u64)
    /// A mass message or publication as comments and statistics know it (msg_data_id).
    MsgDataId(u64)
    /// A store (门店, poi_id) where the platform writes it as a number.
    PoiId(u64)
}
