export const deliveryPaths = {
  opposition: (id: string) => `/deliveries/${id}/opposition`,
  show: (id: string) => `/deliveries/${id}`,
  acceptance: (id: string) => `/deliveries/${id}/acceptance`,
  attempts: (id: string) => `/deliveries/${id}/attempts`,
  address: (id: string) => `/deliveries/${id}/address`,
}
