//! The app key, and the signatures of orders on the phone.

use serde::{Deserialize, Serialize};
use weixin_api::{CallSignature, Describe, Error, ErrorKind, Signed, endpoint, int_enum};
use weixin_protocol::Secret;

use super::{OfferId, ProductId, VirtualOrderId};

/// What stands for the path in signatures of calls on the phone.
const CLIENT_CALL: &str = "requestVirtualPayment";

int_enum! {
    /// The environment of virtual payment. Each has an app key of its own.
    pub enum PaymentEnv {
        /// Money is paid (现网环境).
        Live = 0,
        /// No money is paid (沙箱环境).
        Sandbox = 1,
    }
}

/// The app key of virtual payment (AppKey) and its environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VirtualPaymentKey {
    env: PaymentEnv,
    app_key: Secret,
}

impl VirtualPaymentKey {
    /// Creates the key of the live environment.
    pub fn live(app_key: impl Into<Secret>) -> Self {
        Self { env: PaymentEnv::Live, app_key: app_key.into() }
    }

    /// Creates the key of the sandbox.
    pub fn sandbox(app_key: impl Into<Secret>) -> Self {
        Self { env: PaymentEnv::Sandbox, app_key: app_key.into() }
    }

    /// Returns the environment of the key.
    pub fn env(&self) -> PaymentEnv {
        self.env
    }

    /// Returns the signature of a call: the first field of every request of this group.
    pub fn signature(&self) -> CallSignature {
        CallSignature::by(self.app_key.clone())
    }

    /// Signs an order for `wx.requestVirtualPayment` on the phone of the user with this session
    /// key. The environment of the order becomes that of the key.
    ///
    /// The result is what the front end passes on. It must not parse and write `signData` again: the
    /// signatures cover its bytes. The phone answers -15005 when `signature` does not match, usually
    /// because the user has logged in again and the session key is an old one; -15006 when `paySig`
    /// does not, usually because the app key is that of the other environment; and -15011 when a
    /// published Mini Program uses the sandbox.
    ///
    /// # Examples
    ///
    /// ```
    /// # use weixin_mini::{login::Session, virtual_payment::*};
    /// # fn example(user: &Session) -> Result<String, Box<dyn std::error::Error>> {
    /// let key = VirtualPaymentKey::sandbox("the AppKey of the sandbox");
    /// let order = VirtualPaymentOrder::goods("1450012345", "20260301_00000001", "sword", 1, 600);
    /// let payment = key.sign(&user.session_key, order)?;
    /// // {"signData":"{…}","mode":"short_series_goods","paySig":"…","signature":"…"}
    /// # Ok(
    /// serde_json::to_string(&payment)?
    /// # )
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] when the order cannot be written as JSON.
    pub fn sign(
        &self,
        session_key: &Secret,
        mut order: VirtualPaymentOrder,
    ) -> Result<SignedVirtualPayment, Error> {
        order.env = Some(self.env);
        let mode = match order.product_id {
            Some(_) => PaymentMode::Goods,
            None => PaymentMode::Coins,
        };
        let sign_data = serde_json::to_string(&order).map_err(|error| {
            Error::new(ErrorKind::Call, "the order cannot be written").with_source(error)
        })?;
        let SignedSubscription { sign_data, pay_sig, signature } =
            self.sign_text(session_key, sign_data);
        Ok(SignedVirtualPayment { sign_data, mode, pay_sig, signature })
    }

    /// Signs the parameters of `wx.requestAppleSubscribeSign`, with which a user subscribes on a
    /// phone of Apple.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] when they cannot be written as JSON.
    pub fn sign_apple_subscription(
        &self,
        session_key: &Secret,
        order: &AppleSubscriptionOrder,
    ) -> Result<SignedSubscription, Error> {
        let sign_data = serde_json::to_string(order).map_err(|error| {
            Error::new(ErrorKind::Call, "the subscription cannot be written").with_source(error)
        })?;
        Ok(self.sign_text(session_key, sign_data))
    }

    /// Signs a `signData` that the caller has written: for `wx.requestSubscribeSign`, with which a
    /// user subscribes on Android and HarmonyOS, and for fields that this version does not know. It
    /// must reach the phone as it is, byte for byte.
    ///
    /// The platform's page about signatures (签名详解) says that all calls on the phone are signed with
    /// the name `requestVirtualPayment`; the pages of the other calls refer to it.
    pub fn sign_text(
        &self,
        session_key: &Secret,
        sign_data: impl Into<String>,
    ) -> SignedSubscription {
        let sign_data = sign_data.into();
        let body = sign_data.as_bytes();
        SignedSubscription {
            pay_sig: Signed::PathAndBody.sign(&self.app_key, CLIENT_CALL, body),
            signature: Signed::Body.sign(session_key, "", body),
            sign_data,
        }
    }

    /// Returns whether a push of a Mini Game comes from the platform, by the signature of its
    /// payload.
    pub fn signed(&self, notice: &super::MiniGameNotice) -> bool {
        let event = "minigame_coin_deliver_completed";
        let made = Signed::PathAndBody.sign(&self.app_key, event, notice.payload.as_bytes());
        notice.pay_event_sig.as_deref().is_some_and(|given| Secret::new(made) == given.into())
    }
}

/// An order that a user is about to place.
#[endpoint(part)]
pub struct VirtualPaymentOrder {
    /// The account in virtual payment, from the console.
    #[serde(rename = "offerId")]
    pub offer_id: OfferId,
    /// The number of goods or coins.
    #[serde(rename = "buyQuantity")]
    pub buy_quantity: u64,
    /// The environment; that of the key if left out.
    pub env: Option<PaymentEnv>,
    /// The currency; `CNY`.
    #[serde(rename = "currencyType")]
    pub currency_type: String,
    /// The goods; left out where coins are bought.
    #[serde(rename = "productId")]
    pub product_id: Option<ProductId>,
    /// The price of one piece in fen, as the goods were published.
    #[serde(rename = "goodsPrice")]
    pub goods_price: Option<u64>,
    /// The account's own order number: 8 to 32 letters, digits, `_` and `-`.
    #[serde(rename = "outTradeNo")]
    pub out_trade_no: VirtualOrderId,
    /// What the push about the payment repeats.
    pub attach: Option<String>,
}

impl VirtualPaymentOrder {
    /// Creates an order of coins.
    pub fn coins(
        offer_id: impl Into<OfferId>,
        out_trade_no: impl Into<VirtualOrderId>,
        quantity: u64,
    ) -> Self {
        Self::new(offer_id, quantity, "CNY", out_trade_no)
    }

    /// Creates an order of goods; `price` is the price of one piece in fen.
    pub fn goods(
        offer_id: impl Into<OfferId>,
        out_trade_no: impl Into<VirtualOrderId>,
        product_id: impl Into<ProductId>,
        quantity: u64,
        price: u64,
    ) -> Self {
        Self::new(offer_id, quantity, "CNY", out_trade_no).product_id(product_id).goods_price(price)
    }
}

/// The kind of purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Describe)]
#[non_exhaustive]
pub enum PaymentMode {
    /// Coins are bought (代币充值).
    #[serde(rename = "short_series_coin")]
    Coins,
    /// Goods are bought (道具直购).
    #[serde(rename = "short_series_goods")]
    Goods,
}

/// What a user who subscribes on a phone of Apple is about to sign.
#[endpoint(part)]
pub struct AppleSubscriptionOrder {
    /// The account in virtual payment, from the console.
    #[serde(rename = "offerId")]
    pub offer_id: OfferId,
    /// The goods, which must be a subscription.
    #[serde(rename = "productId")]
    pub product_id: ProductId,
    /// The price of a period in fen, as the goods were published.
    #[serde(rename = "goodsPrice")]
    pub goods_price: u64,
    /// The price of the first period in fen, if it is another one; 0 if it is free.
    #[serde(rename = "activitySellingPrice")]
    pub activity_selling_price: Option<u64>,
    /// What the pushes about the subscription repeat: up to 200 characters, no special ones.
    pub attach: String,
}

/// The argument of `wx.requestAppleSubscribeSign` and `wx.requestSubscribeSign` on the phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SignedSubscription {
    /// What the user signs, as JSON text. These bytes are what is signed.
    pub sign_data: String,
    /// The signature made with the app key.
    pub pay_sig: String,
    /// The signature made with the user's session key.
    pub signature: String,
}

/// The argument of `wx.requestVirtualPayment` on the phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SignedVirtualPayment {
    /// The order as JSON text. These bytes are what is signed.
    pub sign_data: String,
    /// The kind of purchase.
    pub mode: PaymentMode,
    /// The signature made with the app key.
    pub pay_sig: String,
    /// The signature made with the user's session key.
    pub signature: String,
}
