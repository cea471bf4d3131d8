//! References to the form of a type.

use std::{fmt, sync::OnceLock};

use super::{Describe, TypeInfo};

/// A reference to the form of a type, which is either compiled into the program or read from data.
///
/// Forms refer to each other, and a form can contain itself. Therefore a reference is only resolved
/// by [`Described::get`].
#[derive(Clone, Copy)]
pub struct Described(Source);

#[derive(Clone, Copy)]
enum Source {
    /// The [`Describe::describe`] of a type.
    Compiled(fn() -> &'static TypeInfo),
    /// A form that is read from data, perhaps later than the reference to it.
    Data(&'static OnceLock<TypeInfo>),
}

impl Described {
    /// The form that a function returns: usually the [`Describe::describe`] of a type.
    pub const fn new(describe: fn() -> &'static TypeInfo) -> Self {
        Self(Source::Compiled(describe))
    }

    /// The form of `T`.
    pub const fn of<T: Describe>() -> Self {
        Self::new(T::describe)
    }

    /// A form that is not part of the program. As long as the cell is empty, the form is
    /// [`TypeInfo::Json`], which promises nothing.
    pub const fn from_data(cell: &'static OnceLock<TypeInfo>) -> Self {
        Self(Source::Data(cell))
    }

    /// The form.
    pub fn get(self) -> &'static TypeInfo {
        match self.0 {
            Source::Compiled(describe) => describe(),
            Source::Data(cell) => cell.get().unwrap_or(&TypeInfo::Json),
        }
    }
}

/// The name of the form. Its content is left out, because it could contain the form itself.
impl fmt::Debug for Described {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Described({})", self.get())
    }
}
