package org.tabularium.store;

/// An object read as a whole.
///
/// @param eTag names exactly these bytes under this key, for [ObjectStore#putIfMatch]
public record StoredObject(byte[] bytes, String eTag) {}
