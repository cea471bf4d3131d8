//! `weixin_catalog::declared` contains what the compiled types declare.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::HashSet, fmt::Debug, fs, path::Path};

use weixin_api::{Auth, EndpointField, EndpointInfo};
use weixin_catalog::declared::{self, Declared, ProductGroups};
use weixin_declared::compiled;
use weixin_protocol::{ChoiceInfo, FieldInfo, MessageInfo, TypeInfo, VariantInfo};

#[test]
fn the_file_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog/data/declared.jsonl");
    let file = fs::read_to_string(path).unwrap();
    let text = declared::write(&compiled()).unwrap();
    assert_eq!(text.lines().count(), file.lines().count(), "run `cargo xtask coverage`");
    for (index, (expected, line)) in text.lines().zip(file.lines()).enumerate() {
        assert_eq!(line, expected, "line {}: run `cargo xtask coverage`", index + 1);
    }
}

/// Every field of every description is the same after it was written and read, and so is the text
/// if that is written again.
#[test]
fn declarations_are_the_same_after_writing_and_reading() {
    let compiled = compiled();
    let text = declared::write(&compiled).unwrap();
    let read = declared::read(text.clone().leak()).unwrap();
    Comparison::default().all(&compiled, &read);
    assert!(declared::write(&read).unwrap() == text);
}

#[test]
fn the_catalogue_contains_every_declaration() {
    let compiled = compiled();
    let mut comparison = Comparison::default();
    let (products, messages) = (declared::products(), declared::messages());
    comparison.all(&compiled, &Declared::new(products.to_vec(), messages.to_vec()));
    assert_eq!(declared::endpoints(), compiled.endpoints());
    // Several types contain themselves. Without these, the comparison would prove little.
    assert!(comparison.repeats > 1000 && comparison.compared.len() > 2000, "{comparison:?}");
    // One without a path of its own has no address, and a parameter may match another path.
    let has_address =
        |info: &&&EndpointInfo| info.auth != Auth::ResponseUrl && !info.path.contains('{');
    for info in declared::endpoints().iter().filter(has_address) {
        let found = declared::find(info.host, info.method.as_str(), info.path);
        assert!(found == Some(*info), "{}", info.path);
    }
}

/// Compares compiled declarations with those that were read.
#[derive(Default)]
struct Comparison {
    /// The addresses of pairs of types that were compared or are being compared.
    compared: HashSet<[usize; 2]>,
    /// How often a pair was found there.
    repeats: usize,
    path: Vec<&'static str>,
}

impl Debug for Comparison {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} types, {} repeats", self.compared.len(), self.repeats)
    }
}

impl Comparison {
    fn all(&mut self, compiled: &Declared, read: &Declared) {
        assert_eq!(compiled.products.len(), read.products.len());
        for (compiled, read) in compiled.products.iter().zip(&read.products) {
            self.product(compiled, read);
        }
        assert_eq!(compiled.messages.len(), read.messages.len());
        for (compiled, read) in compiled.messages.iter().zip(&read.messages) {
            self.message(compiled, read);
        }
    }

    fn product(&mut self, compiled: &ProductGroups, read: &ProductGroups) {
        self.equal(compiled.name, read.name);
        self.equal(compiled.groups.len(), read.groups.len());
        for (compiled, read) in compiled.groups.iter().zip(read.groups) {
            self.within(compiled.name, |this| {
                this.equal((compiled.name, compiled.always), (read.name, read.always));
                this.equal(compiled.endpoints.len(), read.endpoints.len());
                for (compiled, read) in compiled.endpoints.iter().zip(read.endpoints) {
                    this.within(compiled.name, |this| this.endpoint(compiled, read));
                }
            });
        }
    }

    /// The structs are taken apart, so that a new field is an error here.
    fn endpoint(&mut self, compiled: &'static EndpointInfo, read: &'static EndpointInfo) {
        let facts = |info: &'static EndpointInfo| {
            let EndpointInfo { name, title, doc, summary, method, host, path, .. } = *info;
            let EndpointInfo { scope, auth, retry, body, no_errcode, secured, call, .. } = *info;
            let EndpointInfo { fields: _, reply, .. } = *info;
            let texts = (name, title, doc, summary, host, path, call);
            let switches = (no_errcode, secured);
            (texts, method, scope, auth, retry, body, switches, reply.form, reply.json.is_some())
        };
        self.equal(facts(compiled), facts(read));
        self.equal(compiled.fields.len(), read.fields.len());
        for (compiled, read) in compiled.fields.iter().zip(read.fields) {
            let facts = |field: &EndpointField| (field.location, field.account_default);
            self.within(compiled.field.name, |this| this.equal(facts(compiled), facts(read)));
            self.field(&compiled.field, &read.field);
        }
        if let (Some(compiled), Some(read)) = (compiled.reply.json, read.reply.json) {
            self.within("(reply)", |this| this.ty(compiled.get(), read.get()));
        }
    }

    fn message(&mut self, compiled: &MessageInfo, read: &MessageInfo) {
        let facts = |info: &MessageInfo| (info.selector, info.group, info.scope, info.classes);
        self.equal(facts(compiled), facts(read));
        self.fields(compiled.fields, read.fields);
    }

    fn fields(&mut self, compiled: &'static [FieldInfo], read: &'static [FieldInfo]) {
        self.equal(compiled.len(), read.len());
        for (compiled, read) in compiled.iter().zip(read) {
            self.field(compiled, read);
        }
    }

    fn field(&mut self, compiled: &'static FieldInfo, read: &'static FieldInfo) {
        let facts = |info: &'static FieldInfo| {
            let FieldInfo { name, aliases, required, flat, item, doc, .. } = *info;
            (name, aliases, required, flat, item, doc)
        };
        self.within(compiled.name, |this| {
            this.equal(facts(compiled), facts(read));
            this.ty(compiled.type_info(), read.type_info());
        });
    }

    fn variant(&mut self, compiled: &'static VariantInfo, read: &'static VariantInfo) {
        let facts = |info: &'static VariantInfo| {
            let VariantInfo { name, aliases, key, doc, content, optional, .. } = *info;
            (name, aliases, key, doc, content.is_some(), optional)
        };
        self.within(compiled.name, |this| {
            this.equal(facts(compiled), facts(read));
            if let (Some(compiled), Some(read)) = (compiled.content, read.content) {
                this.ty(compiled.get(), read.get());
            }
        });
    }

    fn ty(&mut self, compiled: &'static TypeInfo, read: &'static TypeInfo) {
        let pair = [std::ptr::from_ref(compiled).addr(), std::ptr::from_ref(read).addr()];
        if !self.compared.insert(pair) {
            self.repeats += 1;
            return;
        }
        match (compiled, read) {
            (TypeInfo::List(compiled), TypeInfo::List(read))
            | (TypeInfo::Map(compiled), TypeInfo::Map(read))
            | (TypeInfo::JsonText(compiled), TypeInfo::JsonText(read)) => {
                self.ty(compiled.get(), read.get());
            }
            (TypeInfo::Joined(separator, compiled), TypeInfo::Joined(other, read)) => {
                self.equal(separator, other);
                self.ty(compiled.get(), read.get());
            }
            (TypeInfo::Struct(compiled), TypeInfo::Struct(read)) => {
                self.equal((compiled.name, compiled.doc), (read.name, read.doc));
                self.fields(compiled.fields, read.fields);
            }
            (TypeInfo::Choice(compiled), TypeInfo::Choice(read)) => {
                let facts = |info: &'static ChoiceInfo| {
                    (info.name, info.doc, info.form, info.open, info.variants.len())
                };
                self.equal(facts(compiled), facts(read));
                for (compiled, read) in compiled.variants.iter().zip(read.variants) {
                    self.variant(compiled, read);
                }
            }
            // Ids, enums and simple types refer to no other types: their output is everything.
            _ => self.equal(format!("{compiled:?}"), format!("{read:?}")),
        }
    }

    fn within(&mut self, name: &'static str, compare: impl FnOnce(&mut Self)) {
        self.path.push(name);
        compare(self);
        self.path.pop();
    }

    #[track_caller]
    fn equal<T: PartialEq + Debug>(&self, compiled: T, read: T) {
        assert!(compiled == read, "{}: {compiled:?} is {read:?}", self.path.join("."));
    }
}
