//! Who a node is: an ed25519 key. Its Montgomery form is the static key of handshakes, so that one key proves both.

use curve25519_dalek::edwards::CompressedEdwardsY;
use ed25519_dalek::{Signature as DalekSignature, Signer, SigningKey, VerifyingKey};
use meshwright_wire::wire::identity::{EntityId, NodeId, Signature};
use zeroize::Zeroizing;

use super::hash;

/// A node's secret key.
pub struct SecretIdentity {
    signing: SigningKey,
    id: EntityId,
}

/// A public key that must not be used: of small order, not on the curve, or not in its one canonical form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the public key is weak or malformed")]
pub struct WeakKey;

impl SecretIdentity {
    /// `seed`: 32 secret random bytes.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        let signing = SigningKey::from_bytes(seed);
        let id = EntityId(signing.verifying_key().to_bytes());
        Self { signing, id }
    }

    pub fn id(&self) -> EntityId {
        self.id
    }

    pub fn sign(&self, message: &[u8]) -> Signature {
        Signature(self.signing.sign(message).to_bytes())
    }

    /// The X25519 secret that belongs to [`agreement_key`] of this identity.
    pub(crate) fn agreement_secret(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.signing.to_scalar_bytes())
    }
}

impl std::fmt::Debug for SecretIdentity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SecretIdentity({:?})", self.id)
    }
}

/// The Montgomery form of an identity.
pub(crate) fn agreement_key(id: &EntityId) -> Result<[u8; 32], WeakKey> {
    let point = CompressedEdwardsY(id.0).decompress().ok_or(WeakKey)?;
    // A y above the prime, or a negative zero, decompresses as well; compressed again it is another key.
    if point.compress().0 != id.0 || point.is_small_order() {
        return Err(WeakKey);
    }
    Ok(point.to_montgomery().0)
}

/// True if the owner of `id` signed `message`. Keys and signatures that allow for more than one answer are refused.
pub fn verify(id: &EntityId, message: &[u8], signature: &Signature) -> bool {
    let Ok(key) = VerifyingKey::from_bytes(&id.0) else {
        return false;
    };
    key.verify_strict(message, &DalekSignature::from_bytes(&signature.0))
        .is_ok()
}

/// Routes to a node; it proves nothing.
pub fn node_id(id: &EntityId) -> NodeId {
    NodeId(hash::short(b"net-node-id-v1", &id.0))
}

/// Names a node as the origin of events; it proves nothing.
pub fn origin_hash(id: &EntityId) -> u64 {
    hash::short(b"net-origin-v1", &id.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_of_the_reference() {
        let a = SecretIdentity::from_seed(&[1; 32]);
        assert_eq!(a.id().0[..4], [0x8a, 0x88, 0xe3, 0xdd]);
        assert_eq!(node_id(&a.id()).0, 0x8edf_34ef_4ac5_d453);
        assert_eq!(origin_hash(&a.id()), 0x673d_b0e8_7049_ae61);
        let b = SecretIdentity::from_seed(&[2; 32]);
        assert_eq!(node_id(&b.id()).0, 0x2199_586d_af84_08bf);
        assert_eq!(origin_hash(&b.id()), 0x9bb5_af0a_3b00_cde1);
    }

    #[test]
    fn the_agreement_key_belongs_to_the_secret() {
        let identity = SecretIdentity::from_seed(&[3; 32]);
        let public =
            curve25519_dalek::MontgomeryPoint::mul_base_clamped(*identity.agreement_secret());
        assert_eq!(agreement_key(&identity.id()), Ok(public.0));
    }

    #[test]
    fn weak_and_non_canonical_keys_are_refused() {
        let identity_element = {
            let mut y = [0; 32];
            y[0] = 1;
            y
        };
        let order_four = [0; 32];
        // y = p + 1, the identity element again.
        let beyond_prime = {
            let mut y = [0xff; 32];
            y[0] = 0xee;
            y[31] = 0x7f;
            y
        };
        // x = 0 with the sign bit set.
        let negative_zero = {
            let mut y = identity_element;
            y[31] = 0x80;
            y
        };
        let off_curve = {
            let mut y = [0; 32];
            y[0] = 2;
            y
        };
        for key in [
            identity_element,
            order_four,
            beyond_prime,
            negative_zero,
            off_curve,
        ] {
            assert_eq!(agreement_key(&EntityId(key)), Err(WeakKey), "{key:02x?}");
            assert!(!verify(&EntityId(key), b"", &Signature([0; 64])));
        }
    }
}
