//! Electronic invoices (电子发票): authorization by the user, invoices in card holders, reimbursement,
//! titles. `/card/invoice/*`

mod authorization;
mod cloud;
mod event;
mod platform;
mod reimburse;
mod title;

use weixin_api::group;

pub use self::{authorization::*, cloud::*, event::*, platform::*, reimburse::*, title::*};

group! {
    /// Electronic invoices (电子发票).
    invoices: [
        GetInvoiceAuthUrl, GetUserTitleUrl, GetSelectTitleUrl, ScanTitle, GetInvoiceAuthData,
        RejectInvoice, SetInvoicePayMerchant, GetInvoicePayMerchant, SetInvoiceContact,
        GetInvoiceContact, SetInvoiceAuthFields, GetInvoiceAuthFields, GetInvoiceUrl,
        CreateInvoiceCard, UploadInvoicePdf, GetInvoicePdf, InsertInvoice, UpdateInvoiceStatus,
        GetInvoice, GetInvoices, SetReimburseState, SetReimburseStates, MakeOutInvoice,
        ClearOutInvoice, QueryCloudInvoice,
    ]
}
