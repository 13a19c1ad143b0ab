/** Where people write to the shop. Nobody reads it: `.example` is reserved for examples (RFC 2606). */
export const contactEmail = 'hola@ladera.example';
