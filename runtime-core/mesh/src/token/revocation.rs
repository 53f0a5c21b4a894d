//! An issuer's word that its older tokens are void. It needs no trust in whoever brings it, so that it can go from node to node.

use meshwright_transport::{SecretIdentity, verify};
use meshwright_wire::wire::identity::{EntityId, Signature, TokenRevocation};

use super::error::RevocationError;

/// Goes before what an issuer signs, so that the signature is good for nothing else.
const DOMAIN: &[u8] = b"meshwright-revocation-v1";

/// A revocation that its issuer has signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedRevocation(TokenRevocation);

/// Voids all tokens of `issuer` whose generation is below `floor`. What is to count on has to be issued anew, with this generation or a higher one.
pub fn revoke_below(issuer: &SecretIdentity, floor: u32) -> SignedRevocation {
    let mut revocation = TokenRevocation {
        issuer: issuer.id(),
        floor,
        signature: Signature([0; 64]),
    };
    revocation.signature = issuer.sign(&signed_part(&revocation));
    SignedRevocation(revocation)
}

impl SignedRevocation {
    /// # Errors
    /// If the bytes are no `TokenRevocation`, or one that its issuer has not signed.
    pub fn read(bytes: &[u8]) -> Result<Self, RevocationError> {
        Self::check(TokenRevocation::decode(bytes)?).ok_or(RevocationError::Signature)
    }

    /// Nothing if its issuer has not signed it.
    pub(crate) fn check(revocation: TokenRevocation) -> Option<Self> {
        let signed = signed_part(&revocation);
        verify(&revocation.issuer, &signed, &revocation.signature).then_some(Self(revocation))
    }

    pub fn issuer(&self) -> EntityId {
        self.0.issuer
    }

    /// The lowest generation that still counts.
    pub fn floor(&self) -> u32 {
        self.0.floor
    }

    /// As [`read`](Self::read) takes it: 100 bytes, for a file or another node.
    pub fn to_bytes(&self) -> Vec<u8> {
        encoded(&self.0)
    }

    pub(crate) fn to_wire(&self) -> TokenRevocation {
        self.0.clone()
    }
}

fn signed_part(revocation: &TokenRevocation) -> Vec<u8> {
    let mut bytes = encoded(revocation);
    bytes.truncate(bytes.len() - revocation.signature.0.len());
    [DOMAIN, &bytes].concat()
}

fn encoded(revocation: &TokenRevocation) -> Vec<u8> {
    revocation
        .encode()
        .expect("every revocation can be written")
}
