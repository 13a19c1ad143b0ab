-- Which cart an order was, so that the next order from the same cart can take its place.
ALTER TABLE "Order" ADD COLUMN "cartId" TEXT;
CREATE INDEX "Order_cartId_createdAt_idx" ON "Order"("cartId", "createdAt");
ALTER TABLE "Order" ADD CONSTRAINT "Order_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart"("id") ON DELETE SET NULL ON UPDATE CASCADE;
