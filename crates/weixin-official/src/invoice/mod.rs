//! Electronic invoices (电子发票): authorization by the user, invoices in card holders, paying back,
//! titles. `/card/invoice/*`

mod authorization;
mod cloud;
mod event;
mod platform;
mod reimburse;
mod title;

use weixin_api::{Caller, On, endpoints};

pub use self::{authorization::*, cloud::*, event::*, platform::*, reimburse::*, title::*};

endpoints![
    GetUserTitleUrl,
    GetSelectTitleUrl,
    ScanTitle,
    GetInvoiceAuthUrl,
    GetInvoiceAuthData,
    RejectInvoice,
    SetInvoicePayMerchant,
    GetInvoicePayMerchant,
    SetInvoiceContact,
    GetInvoiceContact,
    SetInvoiceAuthFields,
    GetInvoiceAuthFields,
    GetInvoiceUrl,
    CreateInvoiceCard,
    UploadInvoicePdf,
    GetInvoicePdf,
    InsertInvoice,
    UpdateInvoiceStatus,
    GetInvoice,
    GetInvoices,
    SetReimburseState,
    SetReimburseStates,
    MakeOutInvoice,
    ClearOutInvoice,
    QueryCloudInvoice
];

/// The group as a client has it: `wx.invoices()`.
#[derive(Debug)]
pub struct Invoices<'c, C: ?Sized>(&'c C);

/// Gives a client `invoices()`.
pub trait InvoicesApi: Caller {
    /// Electronic invoices (电子发票).
    fn invoices(&self) -> Invoices<'_, Self> {
        Invoices(self)
    }
}

impl<C: Caller + ?Sized> InvoicesApi for C where GetInvoiceAuthUrl: On<C::Kind> {}
