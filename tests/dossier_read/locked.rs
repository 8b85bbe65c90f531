//! A PDF that anyone can open is read, though a password protects it from changes; one that needs a password is refused.

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::encryption::crypt_filters::{
    Aes128CryptFilter, Aes256CryptFilter, CryptFilter, Rc4CryptFilter,
};
use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions, StringFormat};
use serde_json::json;

use super::answered::{borrowed, check, form, read, typed, understood, version};
use super::forms;

/// A protection of PDF, by the versions and the revisions that have been.
#[derive(Debug, Clone, Copy)]
enum Protection {
    Rc4(usize),
    FilteredRc4,
    Aes128 { metadata: bool },
    Aes256,
    Adobe256,
}

const ALL: [Protection; 7] = [
    Protection::Rc4(40),
    Protection::Rc4(128),
    Protection::FilteredRc4,
    Protection::Aes128 { metadata: true },
    Protection::Aes128 { metadata: false },
    Protection::Aes256,
    Protection::Adobe256,
];

/// The form, protected; `user` is what opens it.
fn locked(mut document: Document, protection: Protection, user: &str) -> Vec<u8> {
    let id = Object::String(vec![7; 16], StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    let state = state(&document, protection, user);
    document.encrypt(&state).expect("it can be protected");
    forms::plain(&mut document)
}

#[expect(deprecated, reason = "files of Acrobat 9 are met")]
fn state(document: &Document, protection: Protection, user_password: &str) -> EncryptionState {
    let filter: Arc<dyn CryptFilter> = match protection {
        Protection::Rc4(_) | Protection::FilteredRc4 => Arc::new(Rc4CryptFilter),
        Protection::Aes128 { .. } => Arc::new(Aes128CryptFilter),
        Protection::Aes256 | Protection::Adobe256 => Arc::new(Aes256CryptFilter),
    };
    let crypt_filters = BTreeMap::from([(b"StdCF".to_vec(), filter)]);
    let [stream_filter, string_filter] = [b"StdCF".to_vec(), b"StdCF".to_vec()];
    let (owner_password, permissions) = ("propriétaire", Permissions::PRINTABLE);
    let file_encryption_key = &[42; 32];
    let version = match protection {
        Protection::Rc4(40) => {
            EncryptionVersion::V1 { document, owner_password, user_password, permissions }
        }
        Protection::Rc4(key_length) => EncryptionVersion::V2 {
            document,
            owner_password,
            user_password,
            key_length,
            permissions,
        },
        Protection::FilteredRc4 | Protection::Aes128 { .. } => EncryptionVersion::V4 {
            document,
            encrypt_metadata: matches!(protection, Protection::Aes128 { metadata: true }),
            crypt_filters,
            stream_filter,
            string_filter,
            owner_password,
            user_password,
            permissions,
        },
        Protection::Aes256 => EncryptionVersion::V5 {
            encrypt_metadata: true,
            crypt_filters,
            file_encryption_key,
            stream_filter,
            string_filter,
            owner_password,
            user_password,
            permissions,
        },
        Protection::Adobe256 => EncryptionVersion::R5 {
            encrypt_metadata: true,
            crypt_filters,
            file_encryption_key,
            stream_filter,
            string_filter,
            owner_password,
            user_password,
            permissions,
        },
    };
    EncryptionState::try_from(version).expect("a protection")
}

#[test]
fn what_opens_without_a_password_is_read() {
    let (typed, version) = (typed(), version());
    for protection in ALL {
        let read = read("a.pdf", &locked(form(&borrowed(&typed), &version), protection, ""), &[]);
        assert_eq!(read.said.status, Some(0), "{protection:?}: {}", read.said.stderr);
        assert_eq!(read.answers(), understood(), "{protection:?}");
        assert!(read.remarks().is_empty(), "{protection:?}: {}", read.said.stderr);
    }
}

#[test]
fn what_needs_a_password_is_refused() {
    for protection in ALL {
        check("a.pdf", &locked(form(&[("siret", "1")], "0"), protection, "secret"), "chiffre");
    }
}

#[test]
fn packed_objects_are_under_the_lock_of_their_stream() {
    let mut document = form(&[], &version());
    let packed = b"9000 0 << /T (organisme) /FT /Tx /V (Dans un paquet) >>";
    // What writes the file would leave out a packed stream that it did not make.
    let said = lopdf::dictionary! { "Type" => "ObjStX", "N" => 1, "First" => 7 };
    document.add_object(lopdf::Stream::new(said, packed.to_vec()));
    let fields = document.catalog().and_then(|root| root.get(b"AcroForm"));
    let fields = fields.and_then(Object::as_reference).expect("a form");
    let fields = document.get_dictionary_mut(fields).expect("a form");
    let list = fields.get_mut(b"Fields").and_then(Object::as_array_mut).expect("fields");
    list.push(Object::Reference((9000, 0)));
    for protection in ALL {
        let mut bytes = locked(document.clone(), protection, "");
        let mark = bytes.windows(7).position(|mark| mark == b"/ObjStX").expect("the stream");
        bytes[mark + 6] = b'm';
        let read = read("a.pdf", &bytes, &[]);
        assert_eq!(read.answers()["organisme"], json!("Dans un paquet"), "{protection:?}");
    }
}
