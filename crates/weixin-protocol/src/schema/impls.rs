//! `Describe` for the standard types.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use super::{Describe, Described, TypeInfo};
use crate::Secret;

/// Implements [`Describe`] for types without parameters. A macro, because the impls differ only in
/// two names.
macro_rules! described {
    ($($ty:ty => $info:expr,)+) => { $(
        impl Describe for $ty {
            #[inline]
            fn describe() -> &'static TypeInfo {
                const { &$info }
            }
        }
    )+ };
}

described! {
    String => TypeInfo::Text,
    Secret => TypeInfo::Secret,
    bool => TypeInfo::Bool,
    u8 => TypeInfo::Integer { signed: false, bits: 8 },
    u16 => TypeInfo::Integer { signed: false, bits: 16 },
    u32 => TypeInfo::Integer { signed: false, bits: 32 },
    u64 => TypeInfo::Integer { signed: false, bits: 64 },
    usize => TypeInfo::Integer { signed: false, bits: 64 },
    i8 => TypeInfo::Integer { signed: true, bits: 8 },
    i16 => TypeInfo::Integer { signed: true, bits: 16 },
    i32 => TypeInfo::Integer { signed: true, bits: 32 },
    i64 => TypeInfo::Integer { signed: true, bits: 64 },
    isize => TypeInfo::Integer { signed: true, bits: 64 },
    f32 => TypeInfo::Float,
    f64 => TypeInfo::Float,
    Value => TypeInfo::Json,
    Map<String, Value> => TypeInfo::Map(Described::of::<Value>()),
}

impl<T: Describe> Describe for Option<T> {
    #[inline]
    fn describe() -> &'static TypeInfo {
        T::describe()
    }
}

impl<T: Describe> Describe for Box<T> {
    #[inline]
    fn describe() -> &'static TypeInfo {
        T::describe()
    }
}

impl<T: Describe> Describe for Vec<T> {
    #[inline]
    fn describe() -> &'static TypeInfo {
        const { &TypeInfo::List(Described::of::<T>()) }
    }
}

impl<T: Describe, const N: usize> Describe for [T; N] {
    #[inline]
    fn describe() -> &'static TypeInfo {
        const { &TypeInfo::List(Described::of::<T>()) }
    }
}

impl<K, T: Describe> Describe for BTreeMap<K, T> {
    #[inline]
    fn describe() -> &'static TypeInfo {
        const { &TypeInfo::Map(Described::of::<T>()) }
    }
}

impl<K, T: Describe> Describe for HashMap<K, T> {
    #[inline]
    fn describe() -> &'static TypeInfo {
        const { &TypeInfo::Map(Described::of::<T>()) }
    }
}
