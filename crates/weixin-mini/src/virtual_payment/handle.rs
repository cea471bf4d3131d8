//! The group's handle.

use weixin_api::{Call, CallSignature, Caller, Endpoint, On};
use weixin_protocol::{OpenId, Secret};

use super::{
    CancelCoinPayment, CreateVirtualWithdrawal, DownloadVirtualBill, GetUserBalance,
    GetVirtualGoodsPublication, GetVirtualGoodsUpload, GetVirtualOrder, GetVirtualWithdrawal,
    NotifyGoodsProvided, PayWithCoins, PaymentEnv, PresentCoins, ProductId, PublishVirtualGoods,
    RefundVirtualOrder, UploadVirtualGoods, VirtualGoods, VirtualGoodsId, VirtualOrderId,
    VirtualPaymentKey,
};

/// The methods of the group on a client: `wx.virtual_payment(&key)`.
#[derive(Debug)]
pub struct VirtualPayment<'c, C: ?Sized> {
    caller: &'c C,
    key: &'c VirtualPaymentKey,
}

/// Gives a client `virtual_payment()`.
pub trait VirtualPaymentApi: Caller {
    /// Virtual payment (虚拟支付), with the app key that signs its calls.
    fn virtual_payment<'c>(&'c self, key: &'c VirtualPaymentKey) -> VirtualPayment<'c, Self> {
        VirtualPayment { caller: self, key }
    }
}

impl<C: Caller + ?Sized> VirtualPaymentApi for C where GetUserBalance: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> VirtualPayment<'c, C> {
    /// Returns the coins that a user has; see [`GetUserBalance`].
    pub fn balance(
        &self,
        openid: impl Into<OpenId>,
        session_key: &Secret,
    ) -> Call<'c, C, GetUserBalance> {
        let (sig, env) = self.signed();
        Call::new(self.caller, GetUserBalance::new(sig, session_key, env, openid))
    }

    /// Deducts coins from a user; see [`PayWithCoins`].
    pub fn pay(
        &self,
        openid: impl Into<OpenId>,
        session_key: &Secret,
        order_id: impl Into<VirtualOrderId>,
        amount: u64,
    ) -> Call<'c, C, PayWithCoins> {
        let (sig, env) = self.signed();
        let pay = PayWithCoins::new(sig, session_key, env, openid, order_id, amount);
        Call::new(self.caller, pay)
    }

    /// Returns coins that a user has paid with; see [`CancelCoinPayment`].
    pub fn cancel_pay(
        &self,
        openid: impl Into<OpenId>,
        session_key: &Secret,
        pay_order_id: impl Into<VirtualOrderId>,
        order_id: impl Into<VirtualOrderId>,
        amount: u64,
    ) -> Call<'c, C, CancelCoinPayment> {
        let (sig, env) = self.signed();
        let cancel =
            CancelCoinPayment::new(sig, session_key, env, openid, pay_order_id, order_id, amount);
        Call::new(self.caller, cancel)
    }

    /// Gives coins to a user for free; see [`PresentCoins`].
    pub fn present(
        &self,
        openid: impl Into<OpenId>,
        order_id: impl Into<VirtualOrderId>,
        amount: u64,
    ) -> Call<'c, C, PresentCoins> {
        let (sig, env) = self.signed();
        Call::new(self.caller, PresentCoins::new(sig, env, order_id, amount).openid(openid))
    }

    /// Returns an order, by the account's own number; see [`GetVirtualOrder`].
    pub fn order(
        &self,
        openid: impl Into<OpenId>,
        order_id: impl Into<VirtualOrderId>,
    ) -> Call<'c, C, GetVirtualOrder> {
        let (sig, env) = self.signed();
        Call::new(self.caller, GetVirtualOrder::new(sig, env).openid(openid).order_id(order_id))
    }

    /// Reports that the goods of an order were delivered; see [`NotifyGoodsProvided`].
    pub fn provided(
        &self,
        order_id: impl Into<VirtualOrderId>,
    ) -> Call<'c, C, NotifyGoodsProvided> {
        let (sig, env) = self.signed();
        Call::new(self.caller, NotifyGoodsProvided::new(sig, env).order_id(order_id))
    }

    /// Refunds an order: `refund_fee` of the `left_fee` that can still be refunded, in fen; see
    /// [`RefundVirtualOrder`].
    pub fn refund(
        &self,
        openid: impl Into<OpenId>,
        order_id: impl Into<VirtualOrderId>,
        refund_order_id: impl Into<VirtualOrderId>,
        left_fee: u64,
        refund_fee: u64,
    ) -> Call<'c, C, RefundVirtualOrder> {
        let (sig, env) = self.signed();
        let refund = RefundVirtualOrder::new(sig, env, refund_order_id, left_fee, refund_fee);
        Call::new(self.caller, refund.openid(openid).order_id(order_id))
    }

    /// Creates a withdrawal; see [`CreateVirtualWithdrawal`].
    pub fn withdraw(&self, withdraw_no: impl Into<String>) -> Call<'c, C, CreateVirtualWithdrawal> {
        let (sig, env) = self.signed();
        Call::new(self.caller, CreateVirtualWithdrawal::new(sig, env, withdraw_no))
    }

    /// Returns the state of a withdrawal; see [`GetVirtualWithdrawal`].
    pub fn withdrawal(&self, withdraw_no: impl Into<String>) -> Call<'c, C, GetVirtualWithdrawal> {
        let (sig, env) = self.signed();
        Call::new(self.caller, GetVirtualWithdrawal::new(sig, env, withdraw_no))
    }

    /// Returns the address of the bill from one day (`20230801`) to another; see [`DownloadVirtualBill`].
    pub fn bill(&self, begin: u32, end: u32) -> Call<'c, C, DownloadVirtualBill> {
        let (sig, env) = self.signed();
        Call::new(self.caller, DownloadVirtualBill::new(sig, begin, end).env(env))
    }

    /// Starts a task that uploads goods; see [`UploadVirtualGoods`].
    pub fn upload_goods(
        &self,
        goods: impl Into<Vec<VirtualGoods>>,
    ) -> Call<'c, C, UploadVirtualGoods> {
        let (sig, env) = self.signed();
        Call::new(self.caller, UploadVirtualGoods::new(sig, env, goods))
    }

    /// Returns the state of the upload; see [`GetVirtualGoodsUpload`].
    pub fn goods_upload(&self) -> Call<'c, C, GetVirtualGoodsUpload> {
        let (sig, env) = self.signed();
        Call::new(self.caller, GetVirtualGoodsUpload::new(sig, env))
    }

    /// Starts a task that publishes uploaded goods; see [`PublishVirtualGoods`].
    pub fn publish_goods<I: Into<ProductId>>(
        &self,
        goods: impl IntoIterator<Item = I>,
    ) -> Call<'c, C, PublishVirtualGoods> {
        let (sig, env) = self.signed();
        let goods: Vec<_> = goods.into_iter().map(VirtualGoodsId::new).collect();
        Call::new(self.caller, PublishVirtualGoods::new(sig, env, goods))
    }

    /// Returns the state of the publication; see [`GetVirtualGoodsPublication`].
    pub fn goods_publication(&self) -> Call<'c, C, GetVirtualGoodsPublication> {
        let (sig, env) = self.signed();
        Call::new(self.caller, GetVirtualGoodsPublication::new(sig, env))
    }

    /// The call of a request of this group.
    pub(super) fn call<E: Endpoint>(&self, request: E) -> Call<'c, C, E> {
        Call::new(self.caller, request)
    }

    /// The first two fields of nearly every request of this group.
    pub(super) fn signed(&self) -> (CallSignature, PaymentEnv) {
        (self.key.signature(), self.key.env())
    }
}
